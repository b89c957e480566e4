"""What the gallery shows: sample data for every component, and a form empty and with errors."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from portal.design import fields, icons
from portal.design.forms import Form
from portal.vocabulary import GRIEF_STAGES, Stage


class SampleForm(Form):
    """One of each field."""

    name = fields.CharField(
        label="Your name", help_text="As you like to be called", autocomplete="name", width=20
    )
    email = fields.EmailField(label="Email address", required=False)
    phone = fields.PhoneField(label="Phone number", help_text="We ring between 9am and 5pm")
    postcode = fields.PostcodeField(label="Postcode")
    people = fields.IntegerField(label="How many people live with you?", min_value=0)
    born = fields.DateField(label="Date of birth", help_text="For example, 24 11 1948")
    area = fields.SelectField(
        label="Council", choices=[("", "Choose one"), ("east", "East"), ("west", "West")]
    )
    who = fields.ChoiceField(
        label="Who is this for?",
        choices=[("me", "Me"), ("other", "Someone I look after")],
        choice_hints={"other": "Ask them first, if they can answer"},
    )
    ways = fields.MultipleChoiceField(
        label="How may we reach you?",
        choices=[("phone", "Phone"), ("letter", "Letter"), ("text", "Text message")],
        required=False,
    )
    words = fields.TextAreaField(label="What would help?", required=False)
    agreed = fields.BooleanField(label="The person knows that I am asking")


WRONG = {
    "name": "",
    "email": "someone at home",
    "phone": "none",
    "postcode": "WY3",
    "people": "two",
    "born_0": "31",
    "born_1": "2",
    "born_2": "1948",
    "area": "north",
    "who": "",
    "words": "This stays as it was typed.",
}


def gallery_context() -> dict[str, Any]:
    """Return everything that components/gallery/gallery.html shows."""
    paginator = Paginator(range(100), 20)
    return {
        "form": SampleForm(prefix="empty"),
        "wrong_form": SampleForm(WRONG),
        "crumbs": [("Information", "/"), ("Living with illness", "/living-with-illness/")],
        "stages": _stages(),
        "rows": _rows(),
        "tasks": _tasks(),
        "steps": _steps(),
        "groups": _filter_groups(),
        "keep": [("q", "bereavement group")],
        "chips": [{"label": "Free", "remove_url": "?"}, {"label": "Online", "remove_url": "?"}],
        "sample_contact": _contact(),
        "pages": [paginator.page(1), paginator.page(3), paginator.page(5)],
        "do_items": ["Keep their mouth moist", "Offer small sips, if they can swallow"],
        "dont_items": ["Give food to someone who cannot swallow", "Blame yourself"],
        "colours": ["ok", "warn", "urgent", "info", "grey"],
        "notes": ["success", "info", "warning", "error"],
        "html": mark_safe("<p>Ring us if <strong>anything</strong> changes.</p>"),
        "reviewed": date(2026, 11, 4),
        "next_review": date(2027, 11, 4),
        "icon_names": icons.names("icons"),
        "drawing_names": icons.names("drawings"),
    }


def _stages() -> list[dict[str, Any]]:
    line = "What helps, and whom to ask."
    return [
        {
            "label": stage.label,
            "url": f"/{stage.value}/",
            "line": line,
            "grief": stage in GRIEF_STAGES,
            "current": stage == Stage.PREPARING,
        }
        for stage in Stage
    ]


def _rows() -> list[dict[str, str]]:
    return [
        {"key": "Name", "value": "Mair Ashworth", "change_url": "#name", "change_hint": "name"},
        {"key": "Address", "value": "2 Mill Lane\nWyvern\nWY3 1AB", "change_url": "#address"},
        {"key": "Interpreter", "value": ""},
    ]


def _tasks() -> list[dict[str, str]]:
    return [
        {"label": "About the person", "url": "#person", "status": "Done"},
        {"label": "What is needed", "url": "#need", "status": "To do", "colour": "info"},
        {"label": "Check and send", "status": "Cannot start yet", "hint": "Answer all parts first"},
    ]


def _steps() -> list[dict[str, str]]:
    return [
        {"heading": "We read what you sent", "when": "Today, by 5pm"},
        {
            "heading": "A nurse rings you",
            "when": "By Tuesday 24 November 2026",
            "body": "From 01632 960 001.",
        },
        {"heading": "You decide together what happens next", "body": "You can say no."},
    ]


def _filter_groups() -> list[dict[str, Any]]:
    options = [
        {"value": "free", "label": "Free", "count": 18, "checked": True},
        {"value": "means-tested", "label": "Depends on your income", "count": 3, "checked": False},
    ]
    return [{"name": "cost", "label": "Cost", "options": options}]


def _contact() -> SimpleNamespace:
    return SimpleNamespace(
        name="Single point of contact",
        what_for="Nurses who know the services near you.",
        phone="01632 960 001",
        open_24_hours=True,
        national=True,
        checked=date(2026, 11, 4),
    )
