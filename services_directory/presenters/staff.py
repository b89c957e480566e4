"""What signed-in staff see besides the public entry. Used by staff views alone."""

from django.utils.safestring import SafeString

from portal.design.templatetags.design import phone_link
from services_directory.models import Service


def staff_rows(service: Service) -> list[dict[str, str | SafeString]]:
    """Return the rows of components/summary_list.html."""
    return [
        {"key": "Direct line", "value": phone_link(service.staff_phone)},
        {"key": "Criteria", "value": service.staff_criteria},
        {"key": "Note", "value": service.internal_note},
    ]
