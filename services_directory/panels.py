"""The forms of the directory in Wagtail's admin, in the order in which people know the facts."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from portal.vocabulary import Mode
from services_directory.choices import ReferralRoute
from services_directory.imports.panel import FeedPanel


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


def _group(heading: str, *panels: Panel | str) -> MultiFieldPanel:
    made = [FieldPanel(panel) if isinstance(panel, str) else panel for panel in panels]
    return MultiFieldPanel(made, heading=heading)


_WHAT = [
    FeedPanel(),
    FieldPanel("name"),
    FieldPanel("organization"),
    FieldPanel("summary"),
    FieldPanel("description"),
    _group("How it is given", *(f"mode_{mode}" for mode in Mode)),
    InlinePanel("attributes", heading="What for and who for", label="term"),
    _group(
        "Who it is for",
        "eligibility_description",
        _row("minimum_age", "maximum_age"),
    ),
    InlinePanel("languages", heading="Languages", label="language"),
    _group("Cost", "cost", "fees_description"),
    InlinePanel("cost_options", heading="Prices", label="price"),
]
_HOW = [
    InlinePanel("phones", heading="Phones", label="phone"),
    _group("Online", "email", "url"),
    InlinePanel("contacts", heading="Contacts", label="contact"),
    _group("Who may ask", *(f"referral_{route}" for route in ReferralRoute)),
    FieldPanel("application_process"),
    FieldPanel("pathway"),
    _group("Waiting time", "wait_time", _row("wait_weeks", "wait_stated_on")),
]
_WHERE = [
    FieldPanel("open_24_hours"),
    InlinePanel("schedules", heading="Opening times", label="time"),
    InlinePanel("service_at_locations", heading="Places", label="place"),
    FieldPanel("national"),
    InlinePanel("service_areas", heading="Areas it covers", label="area"),
]
_STATE = [
    FieldPanel("status"),
    _group("Temporarily closed", _row("closed_from", "closed_to")),
    FieldPanel("alert"),
    _group("Checked", _row("assured_date", "assurer_role"), "checked"),
]
_STAFF = [
    FieldPanel("staff_phone"),
    FieldPanel("staff_criteria"),
    FieldPanel("internal_note"),
]

SERVICE = TabbedInterface(
    [
        ObjectList(_WHAT, heading="What it is"),
        ObjectList(_HOW, heading="How to get it"),
        ObjectList(_WHERE, heading="When and where"),
        ObjectList(_STATE, heading="State and check"),
        ObjectList(_STAFF, heading="For staff alone"),
    ]
)
ORGANIZATION = ObjectList(
    [
        FeedPanel(),
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("description"),
        _group("How to reach it", "website", "email", "phone"),
        InlinePanel("organization_identifiers", heading="Numbers it is known by", label="number"),
        _group("Who checks its entries", "assurer_role", "assurer_email"),
    ]
)
LOCATION = ObjectList(
    [
        FeedPanel(),
        FieldPanel("name"),
        FieldPanel("organization"),
        FieldPanel("location_type"),
        InlinePanel("addresses", heading="Addresses", label="address"),
        FieldPanel("transportation"),
        InlinePanel("accessibility", heading="Access", label="thing that helps"),
        FieldPanel("description"),
        _group("Coordinates", _row("latitude", "longitude")),
    ]
)
TAXONOMY = ObjectList([FieldPanel("name"), FieldPanel("key"), FieldPanel("description")])
TERM = ObjectList(
    [
        FieldPanel("taxonomy"),
        FieldPanel("name"),
        FieldPanel("key"),
        FieldPanel("description"),
        FieldPanel("parent"),
        FieldPanel("sort_order"),
        _group("The same term elsewhere", "term_uri", "open_eligibility"),
    ]
)
