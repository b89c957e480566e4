"""The columns of our spreadsheet: their headings, what they hold, and other names for them."""

import csv
import io
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column. `example` stands in the template; `also` are headings that mean the same."""

    field: str
    heading: str
    help: str
    example: str = ""
    also: tuple[str, ...] = ()


EXAMPLE_REFERENCE = "EXAMPLE"
COLUMNS = (
    Column("id", "Reference", "Your own number or code for the service. Keep it the same for ever.",
           EXAMPLE_REFERENCE, ("id", "ref", "service id", "identifier", "unique id")),
    Column("name", "Name of the service", "Needed.", "Evening bereavement group",
           ("name", "service", "service name", "title")),
    Column("organization", "Organisation", "Who gives it. Needed.", "St Example's Hospice",
           ("organization", "provider", "organisation name", "organization name", "charity")),
    Column("summary", "Summary", "One line: what it is.", "People who grieve, together.",
           ("one line", "short description")),
    Column("description", "Description", "Two to five plain sentences.",
           "You meet others whose partner has died. A nurse leads the group.",
           ("about", "details", "what it does")),
    Column("status", "Status", "active, temporarily closed, inactive or defunct.", "active"),
    Column("url", "Web page", "With https://", "https://hospice.example/group",
           ("website", "url", "web", "web address", "link")),
    Column("email", "E-mail", "A shared mailbox.", "groups@hospice.example",
           ("email", "email address", "e-mail address")),
    Column("phone", "Phone", "Several with ; between. Words before a number say what it is for.",
           "Advice line: 01632 960 001", ("telephone", "phone number", "tel", "phones")),
    Column("modes", "How it is given", "in person, by phone, online, home visit; with ; between.",
           "in person; online", ("mode", "delivery", "attending type", "format")),
    Column("what_for", "What for", "Words of your list, with ; between.", "Bereavement groups",
           ("need", "needs", "category", "categories", "type", "service type")),
    Column("who_for", "Who for", "With ; between.", "Adults", ("audience", "audiences")),
    Column("who_died", "Who died", "With ; between.", "Partner", ("died",)),
    Column("cause", "How they died", "With ; between.", "", ("cause", "cause of death")),
    Column("since", "How long ago", "With ; between.", "", ("since", "time since death")),
    Column("eligibility", "Who can use it", "In words.", "Anyone who lives in the area.",
           ("eligibility", "criteria", "eligibility description")),
    Column("minimum_age", "Youngest age", "In years.", "18",
           ("minimum age", "min age", "age from")),
    Column("maximum_age", "Oldest age", "In years.", "", ("maximum age", "max age", "age to")),
    Column("routes", "Who can ask", "self, family, professional, gp; with ; between.",
           "self; family", ("referral", "referral routes", "who can refer")),
    Column("application", "How to get it", "The steps.", "Ring us. We call you back.",
           ("how to apply", "application process", "access", "how to refer")),
    Column("cost", "Cost", "free, donation, means_tested, paid, or in words.", "free",
           ("fees", "price", "charges")),
    Column("wait", "Waiting time", "In words.", "About 3 weeks", ("wait time", "wait")),
    Column("wait_stated_on", "Waiting time stated on", "A date.", "2026-10-01",
           ("waiting time date",)),
    Column("languages", "Languages", "Names or codes, with ; between.", "English; Polish",
           ("language",)),
    Column("hours", "Opening hours", "Mon-Fri 09:00-17:00; Sat 10:00-12:00; 1st Tue 18:00-20:00",
           "Tue 18:00-20:00", ("hours", "times", "opening times", "open", "schedule")),
    Column("place", "Place", "The name of the building.", "The hall", ("venue", "location")),
    Column("address_1", "Address", "Number and street.", "11 Priory Walk",
           ("address 1", "address line 1", "street")),
    Column("address_2", "Address, second line", "", "", ("address 2", "address line 2")),
    Column("city", "Town or city", "", "Hollin Bridge", ("town", "city", "locality")),
    Column("county", "County", "", "Wyvern Vale", ("state province", "region")),
    Column("postcode", "Postcode", "", "WY3 1AB", ("postal code", "post code", "zip")),
    Column("latitude", "Latitude", "Leave empty if you do not know it.", "", ("lat",)),
    Column("longitude", "Longitude", "", "", ("long", "lng", "lon")),
    Column("transport", "How to get there", "Bus, train, parking, the door to use.", "",
           ("transportation", "directions", "travel")),
    Column("accessibility", "Accessibility", "With ; between.", "Level access; Hearing loop",
           ("access needs", "disabled access")),
    Column("areas", "Area covered", "Where people must live, with ; between.",
           "Wyvern Vale East", ("area", "areas", "service area", "coverage")),
    Column("national", "Whole UK", "yes if people anywhere in the UK may use it.", "",
           ("national", "uk wide")),
    Column("closed_from", "Closed from", "A date, when it is closed for a time.", "", ()),
    Column("closed_to", "Closed until", "The last closed day.", "", ("closed to",)),
    Column("alert", "Notice", "Shown at the top of the entry.", "", ("alert", "warning")),
    Column("assured_date", "Checked on", "The day on which somebody last checked all this.",
           "2026-10-01", ("assured date", "last checked", "last reviewed", "reviewed")),
    Column("assurer_role", "Checked by", "A role, not a person.", "Bereavement team",
           ("assurer", "reviewed by")),
    Column("body_description", "About the organisation", "Two or three sentences.", "",
           ("organisation description",)),
    Column("body_url", "Organisation web page", "", "https://hospice.example",
           ("organisation website", "organisation url")),
    Column("body_email", "Organisation e-mail", "", "", ("organisation email",)),
    Column("body_phone", "Organisation phone", "", "", ("organisation telephone",)),
    Column("charity_number", "Charity number", "", "", ("registered charity number",)),
)  # fmt: skip
NEEDED = ("name", "organization")


def template_csv() -> bytes:
    """Return an empty spreadsheet with its headings and one example, which no import takes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in COLUMNS])
    writer.writerow([column.example for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")  # Excel reads UTF-8 only with its mark


def field_of(heading: str) -> str:
    """Return the field that a heading means, in any case, spacing and usual wording, or ""."""
    return _FIELDS.get(_plain(heading), "")


def _plain(heading: str) -> str:
    words = re.sub(r"\(.*?\)", " ", heading.lower().replace("organization", "organisation"))
    return re.sub(r"[^a-z0-9]", "", words)


_FIELDS = {
    _plain(name): column.field
    for column in COLUMNS
    for name in (*column.also, column.field, column.heading)
}
