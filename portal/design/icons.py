"""Icons and drawings: SVG made for the project, put into the page so that they take its colours."""

from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

_HERE = Path(__file__).parent


@cache
def svg(folder: str, name: str) -> SafeString:
    """Return the SVG `name` of `icons` or `drawings`; an unknown name gives nothing."""
    path = _HERE / folder / f"{name}.svg"
    if not name.replace("-", "").isalnum() or not path.is_file():
        return SafeString("")
    return mark_safe(path.read_text(encoding="utf-8").strip())  # noqa: S308 our own files


def names(folder: str) -> list[str]:
    """Return the names of all SVGs of `icons` or `drawings`."""
    return sorted(path.stem for path in (_HERE / folder).glob("*.svg"))
