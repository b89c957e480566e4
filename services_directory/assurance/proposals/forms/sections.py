"""The form in the order in which people know the facts of their service."""

from dataclasses import dataclass

from django.forms import BoundField

from services_directory.assurance.proposals.facts import TERMS
from services_directory.assurance.proposals.forms.change import ChangeForm
from services_directory.assurance.proposals.forms.rowset import RowSet

_SECTIONS: list[tuple[str, str, list[str]]] = [
    ("about", "About it", ["name", "summary", "description", "modes", "languages"]),
    ("how", "How to get it", ["application_process", "routes"]),
    ("who", "Who it is for", ["eligibility_description", "minimum_age", "maximum_age"]),
    ("found", "How people find it", [*TERMS]),
    ("times", "When it is open", ["open_24_hours", "schedules"]),
    ("reach", "How to reach it", ["phones", "email", "url", "contacts"]),
    ("price", "What it costs", ["cost", "fees_description", "cost_options"]),
    ("waiting", "Waiting time", ["wait_time", "wait_weeks", "wait_stated_on"]),
    ("where", "Where", ["service_at_locations", "national", "service_areas"]),
    ("closed", "Closed for a time", ["status", "closed_from", "closed_to", "alert"]),
    ("staff", "Anything else", ["note"]),
]


@dataclass(frozen=True)
class Item:
    """One box, one list of rows, or a `folded` box behind a line that says what is chosen."""

    box: BoundField | None = None
    rows: RowSet | None = None
    folded: bool = False

    @property
    def chosen(self) -> str:
        """What is ticked in a box of many, in words."""
        if self.box is None:
            return ""
        ticked = set(self.box.value() or ())
        choices = self.box.field.choices  # type: ignore[attr-defined]
        return ", ".join(label for value, label in choices if value in ticked)


@dataclass(frozen=True)
class Section:
    key: str
    heading: str
    items: list[Item]


def sections(form: ChangeForm) -> list[Section]:
    """Return all boxes and rows of the form, each once, in sections that have any."""
    made = [
        Section(key, heading, [_item(form, name) for name in names if _is_there(form, name)])
        for key, heading, names in _SECTIONS
    ]
    return [section for section in made if section.items]


def _is_there(form: ChangeForm, name: str) -> bool:
    return name in form.rows or name in form.entry.fields


def _item(form: ChangeForm, name: str) -> Item:
    if name in form.rows:
        return Item(rows=form.rows[name])
    return Item(box=form.entry[name], folded=name in TERMS)
