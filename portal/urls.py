"""All addresses of the site. Each room owns its own urls module."""

from django.conf import settings
from django.contrib.staticfiles.urls import staticfiles_urlpatterns
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.page_not_found"
handler429 = "portal.errors.too_many_requests"  # asked for by allauth
handler500 = "portal.errors.server_error"

SIGN_IN = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("health/", include("portal.health")),
    path("accounts/signup/", SIGN_IN),
    path("accounts/", include("allauth.urls")),
    path("staff/", include("portal.people.urls")),
    path("staff/my-services/", include("services_directory.assurance.proposals.partner_urls")),
    path(
        "staff/directory/proposals/", include("services_directory.assurance.proposals.staff_urls")
    ),
    path("staff/directory/", include("services_directory.staff_urls")),
    path("staff/referrals/", include("referrals.triage.urls")),
    # Wagtail's own ways in know neither second factors nor limits.
    path("admin/login/", SIGN_IN),
    path("admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("_util/login/", SIGN_IN),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    path("services/", include("services_directory.urls")),
    path("directory-check/", include("services_directory.assurance.proposals.link_urls")),
    path("directory-check/", include("services_directory.assurance.urls")),
    path("open-data/", include("services_directory.open_data.urls")),
    path("refer/", include("referrals.urls")),
    path("exchange/FHIR/R4/", include("referrals.exchange.inbound.urls")),
    path("learning/", include("content.learning.urls")),
    # Renditions of images that editors chose; documents go through Wagtail's own view.
    path("media/images/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "images"}),
    path("", include("portal.design.urls")),
    path("", include("content.urls")),
]
if settings.DEBUG:
    urlpatterns += staticfiles_urlpatterns()
urlpatterns += [path("", include(wagtail_urls))]
