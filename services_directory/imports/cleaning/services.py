"""The fields of a service, and the records a whole service is made of."""

from datetime import date

from django.utils import timezone

from portal.vocabulary import Mode
from services_directory.choices import Cost, ReferralRoute
from services_directory.imports.cleaning import links, numbers, times, words
from services_directory.imports.cleaning.fields import Fields, filled, limit
from services_directory.imports.cleaning.text import first_sentence
from services_directory.imports.records import Json
from services_directory.models import Service

MADE_SUMMARY = "The one-line summary was taken from the description."
AGES_BACKWARDS = "Ages whose oldest is below the youngest were left out."
CLOSED_BACKWARDS = "Closing dates whose end is before their beginning were left out."
WAIT_DATED = "The waiting time has no date: taken as stated when the entry was last checked."
WAIT_UNDATED = "A waiting time without any date was left out."
MOST_WEEKS = 520


def plain_fields(fields: Fields, key: str) -> Json:
    """Return everything of a service that is no list of objects."""
    description = fields.text("description")
    data = filled(
        id=key,
        name=fields.line(limit(Service, "name"), "name"),
        description=description,
        fd_summary=_summary(fields, description),
        url=fields.clean(links.web_address, "url", "website"),
        email=fields.clean(links.mail_address, "email"),
        status=fields.clean(words.status, "status"),
        alert=fields.line(limit(Service, "alert"), "alert"),
        application_process=fields.text("application_process"),
        eligibility_description=fields.text("eligibility_description", "eligibility"),
        assured_date=fields.clean(_past_day, "assured_date"),
        assurer_email=fields.clean(links.mail_address, "assurer_email"),
        fd_assurer_role=fields.line(limit(Service, "assurer_role"), "fd_assurer_role"),
        fd_checked=fields.line(limit(Service, "checked"), "fd_checked"),
        last_modified=fields.clean(times.moment, "last_modified"),
    )
    data |= _ages(fields) | _money(fields) | _closed(fields) | _ways(fields)
    return data | _waiting(fields, data)


def _past_day(value: object) -> tuple[str, str]:
    return times.past_day(value, timezone.localdate())


def _summary(fields: Fields, description: str) -> str:
    longest = limit(Service, "summary")
    given = fields.line(longest, "fd_summary", "summary")
    if given or not description:
        return given
    fields.notes.add(MADE_SUMMARY)
    return first_sentence(description, longest)


def _ages(fields: Fields) -> Json:
    youngest = fields.clean(numbers.age, "minimum_age")
    oldest = fields.clean(numbers.age, "maximum_age")
    if youngest is not None and oldest is not None and oldest < youngest:
        fields.notes.add(AGES_BACKWARDS)
        return {}
    return filled(minimum_age=youngest, maximum_age=oldest)


def _money(fields: Fields) -> Json:
    """`fees` are words; where they only repeat the kind of cost, that is enough."""
    fees = fields.text("fees")
    described = fields.text("fees_description")
    kind = words.chosen(fields.raw_value("fd_cost"), Cost.values)
    read, note = words.cost_in(fees)
    if not kind and read:
        fields.notes.add(note)
    label = str(Cost(read).label).casefold() if read else ""
    repeated = fees.casefold() == label or fees in described
    said = described if repeated else "\n\n".join(filter(None, [described, fees]))
    return filled(fd_cost=kind[0] if kind else read, fees_description=said)


def _closed(fields: Fields) -> Json:
    start = fields.clean(times.day, "fd_closed_from")
    end = fields.clean(times.day, "fd_closed_to")
    if start and end and end < start:
        fields.notes.add(CLOSED_BACKWARDS)
        return {}
    return filled(fd_closed_from=start, fd_closed_to=end)


def _ways(fields: Fields) -> Json:
    """How it is given and who may ask."""
    return filled(
        fd_modes=words.chosen(fields.raw_value("fd_modes"), Mode.values),
        fd_referral_routes=words.chosen(
            fields.raw_value("fd_referral_routes"), ReferralRoute.values
        ),
        fd_national=fields.raw_value("fd_national") is True or None,
        fd_open_24_hours=fields.raw_value("fd_open_24_hours") is True or None,
    )


def _waiting(fields: Fields, data: Json) -> Json:
    """A waiting time is shown with the day on which it was stated."""
    wait = fields.line(limit(Service, "wait_time"), "wait_time")
    weeks, note = numbers.whole(fields.raw_value("fd_wait_weeks"), MOST_WEEKS)
    fields.notes.add(note)
    stated = fields.clean(_past_day, "fd_wait_stated_on")
    if wait and not stated:
        stated = str(data.get("assured_date") or data.get("last_modified") or "")[:10]
        fields.notes.add(WAIT_DATED if stated else WAIT_UNDATED)
        if not stated or date.fromisoformat(stated) > timezone.localdate():
            return {}
    return filled(wait_time=wait, fd_wait_weeks=weeks, fd_wait_stated_on=stated)
