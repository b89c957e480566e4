"""Reading addresses that other people wrote, safely: bounded, checked, and never inwards."""

from portal.outside.answer import Answer
from portal.outside.ask import get
from portal.outside.limits import Limits, OutsideProblem
from portal.outside.reach import Reached, reach

__all__ = ["Answer", "Limits", "OutsideProblem", "Reached", "get", "reach"]
