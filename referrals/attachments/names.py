"""Names of files as people gave them, made harmless."""

import re
import unicodedata

from referrals.attachments.limits import LONGEST_NAME
from referrals.attachments.sniffing import Kind

_NOT_IN_NAMES = re.compile(r'[<>:"|?*%\\/;]+')


def harmless_name(given: str, kind: Kind) -> str:
    """Return the name without folders, control or direction marks, ending as its kind does.

    "..\\..\\letter.exe" of a PDF becomes "letter.pdf"; one with nothing left becomes "file.pdf".
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", given))[-1]
    seen = "".join(" " if _unseen(letter) else letter for letter in last)
    stem = _NOT_IN_NAMES.sub(" ", seen.rpartition(".")[0] or seen)
    words = " ".join(stem.split()).strip(". ")[: LONGEST_NAME - 5].strip(". ")
    return (words or "file") + kind.ending


def _unseen(letter: str) -> bool:
    # Controls, marks of direction (a "gpj.exe" that reads as ".jpg"), halves of a letter.
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
