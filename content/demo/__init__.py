"""The pages of Wyvern Vale, a partnership that does not exist, from the files in pages/.

One page a file, in Markdown with front matter and `:::` blocks. Loading again adds what is new
and leaves every page that is there as its editors made it.
"""

from collections.abc import Callable
from pathlib import Path

from content.demo.reader import PageFile, read_pages
from content.demo.tree import grow_tree

ORDER = 50
FOLDER = Path(__file__).parent / "pages"


def load(say: Callable[[str], None], folder: Path = FOLDER) -> None:
    """Make the site, its home and all pages. Raises DemoFileError with file and line."""
    files: list[PageFile] = read_pages(folder)
    made = grow_tree(files)
    say(f"{len(files)} pages, {made} of them new")
    _load_learning(say)


def _load_learning(say: Callable[[str], None]) -> None:
    try:
        from content.learning import demo
    except ImportError:
        return
    demo.load(say)
