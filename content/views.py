"""What machines read: robots.txt. The sitemap is in sitemaps.py."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# Forms and staff pages; everything meant for readers may be found.
NOT_FOR_ROBOTS = ("/admin/", "/staff/", "/accounts/", "/feedback/", "/documents/", "/refer/")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *[f"Disallow: {path}" for path in NOT_FOR_ROBOTS]]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
