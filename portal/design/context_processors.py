"""What the frame of every page needs; each part is worked out only when a template asks."""

from typing import Any

from django.http import HttpRequest


def site_frame(request: HttpRequest) -> dict[str, Any]:
    return {}
