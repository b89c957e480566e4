"""All public services in memory, one bit each, so that counting them costs no query.

See docs/adr/0009-the-directory-is-counted-in-memory.md.
"""

from services_directory.board.board import Board
from services_directory.board.current import current

__all__ = ["Board", "current"]
