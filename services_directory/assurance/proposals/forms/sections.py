"""The form in the order in which people know the facts of their service."""

from dataclasses import dataclass

from django.forms import BoundField

from services_directory.assurance.proposals.forms.change import ChangeForm
from services_directory.assurance.proposals.forms.rowset import RowSet

_SECTIONS: list[tuple[str, str, list[str]]] = [
    ("about", "About it", ["name", "summary", "description", "modes", "languages"]),
    ("how", "How to get it", ["application_process", "routes"]),
    ("who", "Who it is for", ["eligibility_description", "minimum_age", "maximum_age"]),
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
    """One box, or one list of rows."""

    box: BoundField | None = None
    rows: RowSet | None = None


@dataclass(frozen=True)
class Section:
    key: str
    heading: str
    items: list[Item]


def sections(form: ChangeForm) -> list[Section]:
    """Return all boxes and rows of the form, each once."""
    return [
        Section(key, heading, [_item(form, name) for name in names])
        for key, heading, names in _SECTIONS
    ]


def _item(form: ChangeForm, name: str) -> Item:
    return Item(rows=form.rows[name]) if name in form.rows else Item(box=form.entry[name])
