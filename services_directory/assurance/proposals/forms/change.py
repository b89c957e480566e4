"""The whole form of an entry: single facts and rows, valid by the models' own rules."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from portal.design.forms import ErrorLink, error_links
from portal.places.models import Area
from services_directory.assurance.proposals.applying import apply, check_part, parts_of
from services_directory.assurance.proposals.facts import NOT_PROPOSED, PARTS, TERMS
from services_directory.assurance.proposals.forms.entry import EntryForm, field_of, initial_of
from services_directory.assurance.proposals.forms.rows import Choices, RowForm
from services_directory.assurance.proposals.forms.rowset import hush, rowset
from services_directory.assurance.proposals.states import State
from services_directory.models import Location, Service, TaxonomyTerm


class ChangeForm:
    """`service`: a copy that is never saved. `now`: what it says. `state`: what the boxes hold."""

    def __init__(
        self,
        service: Service,
        now: Mapping[str, Any],
        state: Mapping[str, Any] | None = None,
        data: Any = None,
        **hidden: Any,
    ) -> None:
        self.service, shown = service, state or now
        choices = choices_for(service, now)
        self.entry = EntryForm(data, initial={**initial_of(shown), **hidden}, terms=terms())
        self.rows = {name: rowset(name, shown, now, choices, data) for name in PARTS}

    def is_valid(self) -> bool:
        """Check each box, then all together by the rules of the models. Costs queries for rows."""
        sound = all([self.entry.is_valid(), *(each.is_valid() for each in self.rows.values())])
        if sound:
            self._check_rows()
            self._check_entry()
        return not self.error_list

    def state(self) -> State:
        """Return all facts as typed. Only when valid."""
        rows = {name: [row.state() for row in each.kept()] for name, each in self.rows.items()}
        return {**self.entry.state(), **rows}

    def quiet(self) -> None:
        """Show what is typed without saying what is wrong with it."""
        hush(self.entry)
        for each in self.rows.values():
            each.quiet()

    def refuse(self, words: str) -> None:
        """Say one thing about the whole form, and nothing of its boxes."""
        self.quiet()
        self.entry.add_error(None, words)

    @property
    def errors(self) -> bool:
        return bool(self.error_list)

    @property
    def error_list(self) -> list[ErrorLink]:
        """Every error, those of the boxes first, each with a link to where it is put right."""
        links = error_links(self.entry)
        for name, each in self.rows.items():
            links += [ErrorLink(str(text), f"#{name}") for text in each.non_form_errors()]
            for form in each.forms:
                gone = form.cleaned_data.get("DELETE") if hasattr(form, "cleaned_data") else False
                links += [] if gone else error_links(form)
        return links

    def _check_rows(self) -> None:
        for name, each in self.rows.items():
            forms = each.kept()
            parts = parts_of(self.service, name, [form.state() for form in forms])
            for form, part in zip(forms, parts, strict=True):
                try:
                    check_part(part)
                except ValidationError as error:
                    _add(form, error, form.box_of)

    def _check_entry(self) -> None:
        apply(self.service, self.entry.state())
        try:
            self.service.full_clean(exclude=NOT_PROPOSED)
        except ValidationError as error:
            _add(self.entry, error, field_of)


def _add(form: EntryForm | RowForm, error: ValidationError, box_of: Any) -> None:
    for fact, texts in error.message_dict.items():
        for text in texts:
            form.add_error(box_of(fact), text)


def terms() -> dict[str, Choices]:
    """Return the terms of each facet that has any, in the order that editors give them."""
    rows = TaxonomyTerm.objects.filter(taxonomy__key__in=TERMS).order_by("sort_order", "name")
    found: dict[str, Choices] = defaultdict(list)
    for pk, name, facet in rows.values_list("pk", "name", "taxonomy__key"):
        found[facet].append((str(pk), name))
    return found


def choices_for(service: Service, now: Mapping[str, Any]) -> dict[str, Choices]:
    """Return the places of the organisation and those in use, and all areas that are known."""
    used = [row["location"] for row in now["service_at_locations"]]
    used += [row["location"] for row in now["schedules"] if row["location"]]
    own = Location.objects.filter(organization=service.organization_id)
    places = own | Location.objects.filter(pk__in=used)
    return {
        "location": [(str(pk), name) for pk, name in places.values_list("pk", "name")],
        "area": [(str(pk), name) for pk, name in Area.objects.values_list("pk", "name")],
    }
