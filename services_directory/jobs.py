"""What the worker does for this room. Each job may run again at any time without harm."""

from collections.abc import Callable

from services_directory.assurance.asking import ask_due
from services_directory.assurance.hiding import hide_overdue
from services_directory.assurance.link_checks import check_in_turn, note_addresses
from services_directory.assurance.problems.services import chase
from services_directory.imports.runs import forget_old, work_on_all

HOUR = 3600

JOBS: list[tuple[str, float, Callable[[], object]]] = [
    ("ask-role-mailboxes", 24 * HOUR, ask_due),
    ("hide-unchecked-entries", HOUR, hide_overdue),
    ("chase-problem-reports", 12 * HOUR, chase),
    ("work-on-imports", 5, work_on_all),
    ("forget-old-imports", 24 * HOUR, forget_old),
    ("note-web-addresses", 6 * HOUR, note_addresses),
    # Three addresses every two minutes: some 2,000 a day, and never long in the way of letters.
    ("check-web-addresses", 120, check_in_turn),
]
