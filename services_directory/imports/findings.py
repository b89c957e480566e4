"""What applying would do with each record of a chunk, by one rule for the report and the deed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from services_directory.choices import Verdict
from services_directory.imports.current import Current, current
from services_directory.imports.differences import are_same, differences, settle
from services_directory.imports.draft import OWN, Context, Draft, areas_by_code
from services_directory.imports.mapping import draft_of
from services_directory.imports.names import Names
from services_directory.imports.records import Json
from services_directory.imports.validation import Unusable, validate
from services_directory.imports.vocabulary import vocabulary_of
from services_directory.models import ImportRow, ImportRun

OURS = "the partnership"


@dataclass
class Finding:
    """A staged row, what it would be here, what is here, and what would be done."""

    row: ImportRow
    draft: Draft
    stored: Current | None
    verdict: Verdict = Verdict.SAME
    differences: list[Json] = field(default_factory=list)
    reason: str = ""

    @property
    def seen(self) -> str:
        return self.stored.digest() if self.stored else ""


def context_of(run: ImportRun) -> Context:
    return Context(run.feed, vocabulary_of(run), areas_by_code())


def examine(
    rows: Sequence[ImportRow], context: Context, names: Names, *, lock: bool = False
) -> list[Finding]:
    """Return a finding for each row of a chunk, all of one kind."""
    if not rows:
        return []
    kind = rows[0].kind
    drafts = [draft_of(row, context) for row in rows]
    stored = current(kind, [row.key for row in rows], context.feed, lock=lock)
    names.look_up(drafts, stored.values())
    found = [
        Finding(row, draft, stored.get(row.key)) for row, draft in zip(rows, drafts, strict=True)
    ]
    for each in found:
        try:
            _judge(each, context, names)
        except Unusable as refusal:
            each.verdict, each.reason = Verdict.REFUSED, str(refusal)
    return found


def _judge(finding: Finding, context: Context, names: Names) -> None:
    if refusal := finding.row.data.get(OWN, {}).get("refusal"):
        raise Unusable(refusal)
    if told := _known_here(finding, context):
        finding.reason = told
        return
    _belongs(finding, context)
    _mend_links(finding.draft, names)
    stored = finding.stored
    if stored:
        settle(finding.draft, stored)
    if not (stored and are_same(finding.draft, stored)):
        validate(finding.draft)
        _compare(finding, names)
    finding.reason = "\n".join(f"Left out: {words}" for words in finding.draft.left_out)


def _compare(finding: Finding, names: Names) -> None:
    stored = finding.stored
    if stored is None:
        finding.verdict = Verdict.NEW
        return
    finding.differences = differences(finding.draft, stored, names)
    if not finding.differences:
        return
    finding.verdict = Verdict.CHANGED
    if stored.draft_waits:
        raise Unusable(
            "An editor's draft of it is waiting here. Publish or discard the draft first."
        )


def _known_here(finding: Finding, context: Context) -> str:
    """Say which of our terms a feed's term is; a list all of whose terms are ours is not made."""
    known, row = context.vocabulary, finding.row
    if row.kind == "taxonomy_term" and row.key in known.matched:
        return f"It is our term “{known.matched[row.key]}”."
    if row.kind == "taxonomy" and row.key not in known.needed and finding.stored is None:
        return "Every term of it is one of ours."
    return ""


def _belongs(finding: Finding, context: Context) -> None:
    """Raise Unusable for a record that this feed does not own."""
    if finding.stored and finding.stored.owner != context.feed.pk:
        owner = finding.stored.owner_name
        raise Unusable(f"It belongs to {owner or OURS}. This feed cannot change it.")


def _mend_links(draft: Draft, names: Names) -> None:
    """Leave out places and terms that nobody knows; raise Unusable for what cannot do without."""
    if draft.kind == "taxonomy_term" and draft.values["taxonomy_id"] not in names.there:
        raise Unusable("Its list of terms is not in the feed, or is kept by others.")
    if draft.kind != "service":
        return
    if draft.values["organization_id"] not in names.there:
        raise Unusable("The organisation that gives it is not in the feed, or was refused.")
    for part in draft.parts["schedules"]:
        part["location_id"] = part["location_id"] if part["location_id"] in names.there else None
    _known_only(draft, "service_at_locations", "location_id", "Place", names)
    _known_only(draft, "attributes", "taxonomy_term_id", "Term", names)


def _known_only(draft: Draft, relation: str, name: str, called: str, names: Names) -> None:
    parts = draft.parts[relation]
    draft.parts[relation] = known = [part for part in parts if part[name] in names.there]
    if len(known) < len(parts):
        draft.left_out.append(f"{called}: it is not in the feed, or was refused.")
