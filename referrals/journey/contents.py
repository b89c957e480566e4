"""What a draft holds, and whose words win when it is open in two windows."""

import secrets
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from referrals.cipher import seal

Typed = Mapping[str, list[str]]


class ChangedElsewhere(Exception):
    """The page was changed in another window since this one was opened; nothing was written."""


@dataclass
class Contents:
    """Everything by step: answers, and what was typed but is not right or not sent yet.

    `typed` was sent and is wrong; `unsent` was saved before somebody had done with the page: by
    the page itself while they typed, or because they left to come back later.
    `stamps` says who wrote a step last, so that an older window overwrites nothing newer.
    """

    steps: dict[str, dict[str, Any]] = field(default_factory=dict)
    typed: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    unsent: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)

    def sealed(self) -> str:
        return seal({name: value for name, value in asdict(self).items() if value})

    @property
    def unfinished(self) -> set[str]:
        """The steps whose last words are not an answer."""
        return {*self.typed, *self.unsent}

    def stamp(self, step: str) -> str:
        return self.stamps.get(step, "")

    def answer(self, step: str, answers: Mapping[str, Any], seen: Container[str] | None) -> None:
        """Put answers in place of the old ones; raise ChangedElsewhere if others are newer.

        seen: the stamps that the window knows; None for one that knows nothing of stamps.
        """
        same = self.steps.get(step) == dict(answers) and step not in self.unfinished
        if not same:
            self._refuse_older(step, seen)
        self.steps[step] = dict(answers)
        self.typed.pop(step, None)
        self._write(step, secrets.token_hex(8))

    def judge_wrong(self, step: str, typed: Typed, seen: Container[str] | None) -> None:
        """Keep what was sent but is not right; raise ChangedElsewhere."""
        if self.typed.get(step) != dict(typed):
            self._refuse_older(step, seen)
        self.typed[step] = dict(typed)
        self._write(step, secrets.token_hex(8))

    def keep_unsent(
        self, step: str, typed: Typed, seen: Container[str] | None, writer: str = ""
    ) -> None:
        """Keep what is being typed, in the name of the window; raise ChangedElsewhere.

        No writer: the page was left by its button, perhaps by two presses.
        """
        if writer or self.unsent.get(step) != dict(typed):
            self._refuse_older(step, seen)
        self._write(step, writer or secrets.token_hex(8))
        self.unsent[step] = dict(typed)

    def _refuse_older(self, step: str, seen: Container[str] | None) -> None:
        if seen is not None and self.stamp(step) not in seen:
            raise ChangedElsewhere

    def _write(self, step: str, stamp: str) -> None:
        self.unsent.pop(step, None)
        self.stamps[step] = stamp
