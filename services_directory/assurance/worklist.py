"""Which entries need somebody, as the staff's work-list has them."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When

from services_directory.assurance import conditions, mailboxes
from services_directory.assurance.link_checks import BROKEN
from services_directory.models import LinkCheck, ProblemReport, Verification
from services_directory.models.querysets import ServiceQuerySet

VIEWS = {
    "all": "Everything",
    "kept": "Ring first: never hidden",
    "amber": "Due",
    "red": "Overdue",
    "soon": "Hidden soon",
    "hidden": "Hidden",
    "never": "Never checked",
    "problems": "Problem reported",
    "links": "Broken link",
    "mail": "No mailbox that works",
}
SOON_DAYS = 28


def in_view(name: str, today: date, lost: Collection[str]) -> ServiceQuerySet:
    """Return the entries of a view in the order in which they need somebody.

    First what is red and always kept in sight, as somebody in distress may ring it; then what is
    hidden, overdue, due; in each the longest unchecked first. `lost`: as in letters.undeliverable.
    """
    wanted = _conditions(today, lost)
    turn = Case(
        When(wanted["kept"], then=Value(0)),
        When(hidden_since__isnull=False, then=Value(1)),
        When(conditions.red(today), then=Value(2)),
        default=Value(3),
    )
    found = described().filter(wanted[name]).select_related("organization")
    return found.order_by(turn, F("assured_date").asc(nulls_first=True), "name", "pk")


def counts(today: date, lost: Collection[str]) -> dict[str, int]:
    """Return how many entries each view has, in one query."""
    wanted = _conditions(today, lost)
    return described().aggregate(
        **{name: Count("pk", filter=condition) for name, condition in wanted.items()}
    )


def described() -> ServiceQuerySet:
    """Entries with what is not in their own row: open problems, broken links, last question."""
    problems = ProblemReport.objects.filter(service=OuterRef("pk"), settled_at=None)
    broken = LinkCheck.objects.filter(
        BROKEN, Q(url=OuterRef("url")) | Q(url=OuterRef("organization__website"))
    )
    asked = Verification.objects.filter(service=OuterRef("pk")).order_by("-asked_at")
    return conditions.entries().annotate(
        has_problem=Exists(problems),
        has_broken_link=Exists(broken),
        last_asked=Subquery(asked.values("asked_at")[:1]),
    )


def _conditions(today: date, lost: Collection[str]) -> dict[str, Q]:
    found = {
        "kept": conditions.red(today) & conditions.KEPT,
        "amber": conditions.amber(today),
        "red": conditions.red(today),
        "soon": conditions.too_old(today + timedelta(days=SOON_DAYS)) & Q(hidden_since=None),
        "hidden": Q(hidden_since__isnull=False),
        "never": conditions.NEVER_CHECKED,
        "problems": Q(has_problem=True),
        "links": Q(has_broken_link=True),
        # No mailbox is known, or letters to the one that is known could not be delivered.
        "mail": mailboxes.WITHOUT | mailboxes.at(lost),
    }
    anything = Q(pk=None)
    for condition in found.values():
        anything |= condition
    return {"all": anything, **found}
