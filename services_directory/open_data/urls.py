"""Every endpoint with and without a slash at its end: clients of the standard send both."""

from django.urls import path, re_path

from services_directory.open_data import views

_KEY = r"/(?P<key>[^/]+)/?$"

urlpatterns = [
    path("", views.documentation, name="open_data"),
    re_path(r"^v3/?$", views.details, name="open_data_root"),
    re_path(r"^v3/services/?$", views.services),
    re_path(rf"^v3/services{_KEY}", views.service),
    re_path(r"^v3/service_at_locations/?$", views.service_at_locations),
    re_path(rf"^v3/service_at_locations{_KEY}", views.service_at_location),
    re_path(r"^v3/organizations/?$", views.organizations),
    re_path(rf"^v3/organizations{_KEY}", views.organization),
    re_path(r"^v3/taxonomies/?$", views.taxonomies),
    re_path(rf"^v3/taxonomies{_KEY}", views.taxonomy),
    re_path(r"^v3/taxonomy_terms/?$", views.taxonomy_terms),
    re_path(rf"^v3/taxonomy_terms{_KEY}", views.taxonomy_term),
    re_path(r"^v3/", views.nothing),
]
