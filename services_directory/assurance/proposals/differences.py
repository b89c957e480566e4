"""What a proposal changes, fact by fact, with the words that go and the words that come."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from services_directory.assurance.proposals.facts import label_of
from services_directory.assurance.proposals.states import changed, same
from services_directory.assurance.proposals.words import Names, names_in, text_of

Kind = Literal["same", "gone", "new"]
_WORDS = re.compile(r"\s+|\w+|[^\w\s]+")
# Comparing is quadratic in the worst case. Longer texts are shown whole, old and new.
MOST_WORDS = 2000


@dataclass(frozen=True)
class Piece:
    """Some words: the `same` in both texts, `gone` from the old or `new` in the new one."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Difference:
    """One fact. `now` differs from `before` when the entry changed since it was proposed.

    `now_is_new` says that the directory has the proposed value already.
    """

    name: str
    label: str
    before: str
    now: str
    after: str
    pieces: list[Piece]
    conflict: bool = False
    now_is_new: bool = False


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], now: Mapping[str, Any] | None = None
) -> list[Difference]:
    """Return what `after` changes in `before`; with `now`, also what changed meanwhile.

    The marked words lead from what the directory says now (without `now`: from `before`).
    """
    current = before if now is None else now
    names = names_in(before, after, current)
    facts = [name for name in after if name in changed(before, after)]
    return [_difference(name, before, after, current, names) for name in facts]


def _difference(
    name: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    now: Mapping[str, Any],
    names: Names,
) -> Difference:
    was, is_now, will_be = (text_of(name, state.get(name), names) for state in (before, now, after))
    return Difference(
        name=name,
        label=label_of(name),
        before=was,
        now=is_now,
        after=will_be,
        pieces=compare(is_now, will_be),
        conflict=not same(name, before.get(name), now.get(name)),
        now_is_new=same(name, now.get(name), after.get(name)),
    )


def compare(old: str, new: str) -> list[Piece]:
    """Return the words of both texts in order. `same` and `gone` give the old, the rest the new."""
    words, others = _WORDS.findall(old), _WORDS.findall(new)
    if len(words) + len(others) > MOST_WORDS:
        pieces = [Piece("gone", old), Piece("new", new)]
        return [Piece("same", old)] if old == new else [each for each in pieces if each.text]
    matcher = difflib.SequenceMatcher(None, words, others, autojunk=False)
    pieces = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(words[i1:i2])))
            continue
        pieces += [Piece("gone", "".join(words[i1:i2])), Piece("new", "".join(others[j1:j2]))]
    return [piece for piece in pieces if piece.text]
