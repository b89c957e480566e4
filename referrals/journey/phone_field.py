"""A phone number as people at work have them: with an extension or a bleep behind it."""

import re
from typing import Any

from portal.design import fields

_BEHIND = re.compile(
    r"[\s,;(]*(?<![^\W\d_])(?P<what>extension|extn|ext|x|option|bleep|pager)[\s.:#]*[0-9]{1,8}\)?$",
    re.IGNORECASE,
)
_ALONE = {"bleep", "pager"}


class ReachField(fields.PhoneField):
    """Return it as it was typed. A bleep may stand alone: the switchboard calls it."""

    def clean(self, value: Any) -> str:
        typed = " ".join(str(value or "").split())
        behind = _BEHIND.search(typed)
        if behind is None:
            return super().clean(value)
        number = typed[: behind.start()]
        if number or behind["what"].lower() not in _ALONE:
            super().clean(number or typed)
        return typed
