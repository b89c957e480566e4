"""Rows that belong to one service: phones, contacts, prices, languages, areas."""

from services_directory.imports.cleaning import links, numbers, times, tongues
from services_directory.imports.cleaning.fields import (
    Fields,
    Notes,
    filled,
    limit,
    once,
    part_key,
)
from services_directory.imports.cleaning.phones import phones
from services_directory.imports.records import Json
from services_directory.models import Contact, CostOption, Language, Phone, ServiceArea

NO_ROLE = "A contact without a name was named by its role."
MORE_NUMBERS = "Further numbers of a contact were put with the numbers of the service."
DRAWN = "An area drawn on a map was kept by its name alone."
BACKWARDS = "Dates whose end is before their beginning were left out."


def phone_rows(fields: Fields, owner: str, owner_field: str) -> list[Json]:
    """Return the phones of an object, from its list and from a plain field."""
    rows = fields.rows("phones")
    plain = fields.raw_value("phone", "telephone", "phone_number")
    if plain is not None and not isinstance(plain, dict | list):
        rows = [*rows, {"number": plain}]
    found = [each for raw in rows for each in _phones(raw, owner, owner_field, fields.notes)]
    return once(found, fields.notes)


def _phones(raw: Json, owner: str, owner_field: str, notes: Notes) -> list[Json]:
    fields = Fields(raw, notes)
    words = fields.line(limit(Phone, "description"), "description", "type", "department")
    extension = fields.line(10, "extension")
    fields.ignore("type", "country_prefix", "languages", "language", "service_at_location_id")
    found: list[Json] = []
    for number in fields.clean(phones, "number"):
        said = ", ".join(filter(None, [words, number.get("description", "")]))
        said = f"{said}, extension {extension}".lstrip(", ") if extension else said
        data = {owner_field: owner} | filled(
            number=number["number"], description=said[: limit(Phone, "description")]
        )
        key = part_key(raw if not found else {}, owner, "phones", data)
        found.append({"id": key} | data)
    fields.note_the_rest()
    return found


def contacts(rows: list[Json], owner: str, notes: Notes) -> tuple[list[Json], list[Json]]:
    """Return the contacts, each with one number at most, and the numbers left over."""
    found, more = [], []
    for raw in rows:
        fields = Fields(raw, notes)
        data = filled(
            service_id=owner,
            name=fields.line(limit(Contact, "name"), "name"),
            title=fields.line(limit(Contact, "title"), "title", "department"),
            email=fields.clean(links.mail_address, "email"),
        )
        key = part_key(raw, owner, "contacts", data)
        numbers_of = phone_rows(fields, key, "contact_id")
        fields.ignore("service_at_location_id")
        fields.note_the_rest()
        if _is_empty(data) and not numbers_of:
            continue
        named = _named(data, notes)
        found.append({"id": key} | named | filled(phones=numbers_of[:1]))
        more += [_of_service(each, owner, str(named["name"])) for each in numbers_of[1:]]
    if more:
        notes.add(MORE_NUMBERS)
    return once(found, notes), more


def _is_empty(data: Json) -> bool:
    return not data.keys() - {"service_id"}


def _named(data: Json, notes: Notes) -> Json:
    if "name" in data:
        return data
    notes.add(NO_ROLE)
    return data | {"name": data.get("title") or "Contact"}


def _of_service(phone: Json, owner: str, name: str) -> Json:
    kept = {field: value for field, value in phone.items() if field != "contact_id"}
    return kept | {"service_id": owner, "description": phone.get("description") or name}


def cost_options(rows: list[Json], owner: str, notes: Notes) -> list[Json]:
    """Return the prices; one that says nothing is left out."""
    found = []
    for raw in rows:
        fields = Fields(raw, notes)
        words = fields.line(limit(CostOption, "amount_description"), "amount_description")
        option = fields.line(limit(CostOption, "option"), "option")
        data = filled(
            service_id=owner,
            option=option or words[: limit(CostOption, "option")] or "Price",
            currency=_currency(fields),
            amount=fields.clean(numbers.amount, "amount"),
            amount_description=words,
            **dates(fields),
        )
        fields.note_the_rest()
        if option or words or "amount" in data:
            found.append({"id": part_key(raw, owner, "cost_options", data)} | data)
    return once(found, notes)


def _currency(fields: Fields) -> str:
    plain = fields.line(20, "currency").upper()
    if len(plain) == 3 and plain.isalpha() and plain.isascii():
        return plain
    return "GBP"


def dates(fields: Fields) -> Json:
    """Return valid_from and valid_to, both left out when they run backwards."""
    start = fields.clean(times.day, "valid_from")
    end = fields.clean(times.day, "valid_to")
    if start and end and end < start:
        fields.notes.add(BACKWARDS)
        return {}
    return filled(valid_from=start, valid_to=end)


def languages(rows: list[Json], owner: str, notes: Notes) -> list[Json]:
    """Return the languages that are known, each once."""
    found: dict[str, Json] = {}
    for raw in rows:
        fields = Fields(raw, notes)
        code = fields.clean(tongues.language, "code", "name", "language")
        data = filled(
            service_id=owner, code=code, note=fields.line(limit(Language, "note"), "note")
        )
        fields.ignore("name", "language")
        fields.note_the_rest()
        if code:
            found.setdefault(code, {"id": part_key(raw, owner, "languages", data)} | data)
    return list(found.values())


def service_areas(rows: list[Json], owner: str, notes: Notes) -> list[Json]:
    """Return where people must live, in words or by the code of an area."""
    found = []
    for raw in rows:
        fields = Fields(raw, notes)
        longest = limit(ServiceArea, "extent")
        name = fields.line(longest, "name", "service_area", "description")
        extent = fields.raw_value("extent")
        in_words = str(raw.get("extent_type") or "text").lower() == "text"
        if extent is not None and (not in_words or str(extent).lstrip().startswith(("{", "<"))):
            notes.add(DRAWN)
            extent = None
        words = fields.line(longest, "extent") if extent is not None else name
        code = fields.line(60, "fd_area_code")
        fields.ignore("uri", "service_area", "description")
        fields.note_the_rest()
        data = filled(service_id=owner, name=name or words, extent=words or name, fd_area_code=code)
        if not _is_empty(data):
            found.append({"id": part_key(raw, owner, "service_areas", data)} | data)
    return once(found, notes)
