from typing import Any

from portal.design.fields import ChoiceField
from portal.design.forms import Form
from services_directory.imports.pairs import owner_of
from services_directory.models import DuplicateProposal

DIFFERENT = "different"


class PairForm(Form):
    """Are they one service, and which entry stays?"""

    answer = ChoiceField(label="Are these the same service?", choices=())

    def __init__(self, *args: Any, proposal: DuplicateProposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        both = (("first", proposal.first), ("second", proposal.second))
        choices = [
            (str(each.pk), f"Yes. Keep the {place}: {each.name} ({owner_of(each, 'kept here')})")
            for place, each in both
        ]
        choices.append((DIFFERENT, "No, they are two services"))
        answer: Any = self.fields["answer"]
        answer.choices = choices
