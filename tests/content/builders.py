"""Small pages for tests, as real as those of editors."""

from datetime import date
from typing import Any

from wagtail.models import Page, Site

from content.models import (
    BasePage,
    HomePage,
    InformationPage,
    ProfessionalHubPage,
    ProfessionalPage,
    StagePage,
    UrgentHelpPage,
)
from portal.vocabulary import Stage

FACTS: dict[str, Any] = {
    "summary": "One sentence.",
    "audiences": ["patient", "carer"],
    "owner_name": "St Wyvern's Hospice",
    "reviewed": date(2026, 10, 5),
    "next_review": date(2099, 10, 5),
}


def add(parent: Page, model: type[BasePage], title: str, **fields: Any) -> Any:
    """Return a published page of this type."""
    page = parent.add_child(instance=model(title=title, live=False, **{**FACTS, **fields}))
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def add_information(parent: Page, title: str, **fields: Any) -> InformationPage:
    return add(parent, InformationPage, title, **fields)


def make_home() -> HomePage:
    """Return the home page of the default site."""
    Page.objects.filter(depth=2).delete()
    home = add(Page.objects.get(depth=1), HomePage, "Care and support")
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    return home


def make_stage(home: HomePage, stage: Stage = Stage.LAST_DAYS) -> StagePage:
    return add(home, StagePage, str(stage.label), slug=str(stage), stage=stage, stages=[stage])


def make_hub(home: HomePage) -> ProfessionalHubPage:
    return add(home, ProfessionalHubPage, "For professionals", audiences=["professional"])


def add_guidance(hub: ProfessionalHubPage, title: str) -> ProfessionalPage:
    return add(hub, ProfessionalPage, title, audiences=["professional"])


def make_urgent(home: HomePage) -> UrgentHelpPage:
    return add(home, UrgentHelpPage, "I need help now")


def text(html: str) -> dict[str, Any]:
    """Return a stored block of running text."""
    return {"type": "text", "value": html}
