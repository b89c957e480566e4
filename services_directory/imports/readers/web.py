"""Feeds of Open Referral UK on the web, both versions."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from services_directory.imports.fetch import NotThere, Server
from services_directory.imports.readers import items
from services_directory.imports.readers.version_1 import service_1
from services_directory.imports.readers.walk import Stub, pages, stub_of
from services_directory.imports.records import Batch, FeedProblem, Json, Record

NO_DETAILS = "The list shows it, but its whole entry could not be read."
_PARTS = (
    "service_at_locations",
    "schedules",
    "regular_schedules",
    "contacts",
    "phones",
    "attributes",
    "service_taxonomys",
    "service_areas",
    "languages",
    "cost_options",
    "eligibilitys",
)


@dataclass(frozen=True)
class Step:
    """One list of a feed. What is not required may be missing."""

    path: str
    kind: str
    convert: items.Convert
    required: bool = False


SERVICES = "services"
# Organizations come last: those within services know more of themselves.
VERSION_3 = (
    Step("taxonomies", "taxonomy", items.list_of_terms),
    Step("taxonomy_terms", "taxonomy_term", items.term),
    Step(SERVICES, "service", items.service, required=True),
    Step("organizations", "organization", items.body),
)
VERSION_1 = (Step(SERVICES, "service", service_1, required=True),)


def batches_from_web(
    url: str, cursor: Json, steps: tuple[Step, ...], server: Server | None = None
) -> Iterator[Batch]:
    """Yield the records of a feed, from where the cursor says. Raises FeedProblem."""
    walk = _Walk(server or Server(spent=cursor.get("spent")), stub_of(url))
    names = [step.path for step in steps]
    begin = names.index(cursor["step"]) if cursor.get("step") in names else 0
    for step in steps[begin:]:
        place: Json = dict(cursor) if cursor.get("step") == step.path else {"step": step.path}
        try:
            yield from walk.list_of(step, place)
        except FeedProblem:
            if step.required:
                raise


@dataclass
class _Walk:
    server: Server
    stub: Stub
    total: int | None = field(default=None)

    def list_of(self, step: Step, cursor: Json) -> Iterator[Batch]:
        for page in pages(self.server, self.stub, step.path, cursor):
            if step.path == SERVICES:
                self.total = page.total
                self._learn(cursor, page.items)
            found = [each for item in page.items for each in self._records(step, item, cursor)]
            yield Batch(found, self._copy(cursor), self.total)

    def _copy(self, cursor: Json) -> Json:
        """Return the cursor as it is now, with what the run has taken of the server so far."""
        return cursor | {"pages": list(cursor.get("pages", [])), "spent": self.server.spent}

    def _learn(self, cursor: Json, listed: list[Any]) -> None:
        """Ask for one whole entry, to see whether the list leaves parts out."""
        if "details" in cursor:
            return
        known = [each for each in listed if isinstance(each, dict) and each.get("id")]
        cursor["details"] = any(self._tells_more(each) for each in known[:2])

    def _tells_more(self, listed: Json) -> bool:
        whole = self._whole(listed)
        return whole is not None and any(
            whole.get(name) and not listed.get(name) for name in _PARTS
        )

    def _whole(self, listed: Json) -> Json | None:
        try:
            body = self.server.json(self.stub.one(SERVICES, str(listed["id"])))
        except NotThere:
            return None
        return body if isinstance(body, dict) and body.get("id") == listed["id"] else None

    def _records(self, step: Step, item: Any, cursor: Json) -> list[Record]:
        wanted = step.path == SERVICES and cursor.get("details")
        if not wanted or not isinstance(item, dict) or not item.get("id"):
            return items.records(step.kind, item, step.convert)
        whole = self._whole(item)
        if whole is None:  # a part of an entry would look as if the rest had been taken away
            found = items.records(step.kind, item, step.convert)
            return [replace(each, refusal=each.refusal or NO_DETAILS) for each in found[-1:]]
        return items.records(step.kind, item | whole, step.convert)
