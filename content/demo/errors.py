"""What is wrong in a demo file, and where."""

from pathlib import Path


class DemoFileError(Exception):
    def __init__(self, path: Path, line: int, words: str) -> None:
        super().__init__(f"{path.name}, line {line}: {words}")
