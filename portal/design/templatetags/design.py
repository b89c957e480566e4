"""Template tags of the design system; built in, no {% load %} needed."""

from datetime import date, datetime
from typing import Any

from django import forms, template
from django.conf import settings
from django.template.context import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, linebreaks
from django.utils.safestring import SafeString

from portal.design import icons, phones
from portal.design.forms import error_links
from portal.design.staff_doors import StaffDoor, doors_of
from portal.design.widget_classes import widget_class

register = template.Library()


@register.simple_tag
def asset(path: str) -> str:
    """Return the address of a static file, even when it was not built: an error page must show."""
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


@register.simple_tag
def icon(name: str) -> SafeString:
    return icons.svg("icons", name)


@register.simple_tag
def drawing(name: str) -> SafeString:
    return icons.svg("drawings", name)


@register.filter
def tel(number: object) -> str:
    return phones.tel(str(number or ""))


@register.simple_tag
def phone_link(number: object) -> SafeString:
    """Return the number as a link that rings it; nothing for no number."""
    if not number:
        return SafeString("")
    return format_html('<a class="phone" href="{}">{}</a>', tel(number), number)


@register.filter
def with_phones(text: str) -> SafeString:
    """Return plain text as HTML in which each phone number rings when it is pressed."""
    said = conditional_escape(text)
    return SafeString(phones.WRITTEN.sub(lambda found: phone_link(found[0]), said))


@register.simple_tag
def form_fields(form: forms.BaseForm) -> SafeString:
    """Return all visible and hidden fields of a form."""
    return SafeString("".join(str(field.as_field_group()) for field in form.visible_fields())) + (
        SafeString("".join(str(field) for field in form.hidden_fields()))
    )


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: object) -> dict[str, Any]:
    """Show the errors of a form, if there is a form and it has any."""
    return {"errors": error_links(form) if isinstance(form, forms.BaseForm) else []}


@register.simple_tag
def error_prefix(form: object) -> str:
    """Return "Error: " for the title of a page whose form has errors."""
    wrong = isinstance(form, forms.BaseForm) and form.is_bound and form.errors
    return "Error: " if wrong else ""


@register.simple_tag
def widget(field: forms.BoundField) -> SafeString:
    """Return the field's widget, wearing its class and without a placeholder: the label says it."""
    classes = widget_class(field)
    return field.as_widget(attrs={"class": classes, "placeholder": False} if classes else None)


@register.filter
def prose(value: Any) -> SafeString:
    """Return HTML as it is, and plain text as escaped paragraphs."""
    if hasattr(value, "__html__"):
        return conditional_escape(value)
    return SafeString(linebreaks(str(value or ""), autoescape=True))


@register.filter
def long_date(value: date | datetime | None) -> str:
    """Return "Tuesday 24 November 2026"."""
    day = _local_date(value)
    return f"{day:%A} {day.day} {day:%B %Y}" if day else ""


@register.filter
def short_date(value: date | datetime | None) -> str:
    """Return "24 November 2026"."""
    day = _local_date(value)
    return f"{day.day} {day:%B %Y}" if day else ""


@register.simple_tag(takes_context=True)
def page_address(context: Context, number: int) -> str:
    """Return "?…" of this page with another page number; the rest of the query is kept."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def staff_doors(context: Context) -> list[StaffDoor]:
    """Return the staff pages that the signed-in user may open."""
    return doors_of(context.get("user"))


def _local_date(value: date | datetime | None) -> date | None:
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value or None
