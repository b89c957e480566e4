"""What an address answered, read in pieces and never beyond the limit."""

from collections.abc import Iterator

import requests
from requests.structures import CaseInsensitiveDict

from portal.outside.connect import Deadline
from portal.outside.limits import MEGABYTE, Limits, OutsideProblem

_PIECE = 64 * 1024
LONGEST_LINE = 10 * MEGABYTE


class Answer:
    """One answer. `url` is where it came from in the end."""

    def __init__(self, response: requests.Response, limits: Limits, deadline: Deadline) -> None:
        self._response, self._limits, self._deadline = response, limits, deadline
        self.taken = 0
        self.status: int = response.status_code
        self.url: str = response.url
        self.headers: CaseInsensitiveDict[str] = response.headers

    @property
    def content_type(self) -> str:
        """The media type without its parameters, in small letters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    def pieces(self) -> Iterator[bytes]:
        """Yield the body, decompressed; raise OutsideProblem when it is too long or too slow."""
        self._refuse_announced_length()
        for piece in self._raw():
            self.taken += len(piece)
            if self.taken > self._limits.bytes:
                raise OutsideProblem("The answer is longer than we read.")
            yield piece

    def body(self) -> bytes:
        """Return the whole body; raise OutsideProblem when it is too long or too slow."""
        return b"".join(self.pieces())

    def lines(self) -> Iterator[bytes]:
        """Yield the lines that hold something; raise OutsideProblem for one beyond all measure."""
        rest = b""
        for piece in self.pieces():
            *whole, rest = (rest + piece).split(b"\n")
            yield from (line for line in whole if line.strip())
            if len(rest) > LONGEST_LINE:
                raise OutsideProblem("One line of the answer is longer than we read.")
        if rest.strip():
            yield rest

    def _raw(self) -> Iterator[bytes]:
        try:
            yield from self._response.iter_content(_PIECE)
        except (requests.RequestException, OSError) as error:
            raise OutsideProblem(self._why()) from error
        if self._deadline.passed:
            raise OutsideProblem(self._why())

    def _why(self) -> str:
        if self._deadline.passed:
            return "The answer took too long."
        return "The answer broke off."

    def _refuse_announced_length(self) -> None:
        announced = self.headers.get("Content-Length", "")
        if announced.isdecimal() and len(announced) < 20 and int(announced) > self._limits.bytes:
            raise OutsideProblem("The answer is longer than we read.")
