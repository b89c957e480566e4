from django.urls import include, path

from services_directory.finder import staff_views
from services_directory.finder.shortlist.staff_views import directory_staff_pack

urlpatterns = [
    path("", staff_views.directory_staff, name="directory_staff"),
    path("pack/", directory_staff_pack, name="directory_staff_pack"),
    path("", include("services_directory.assurance.staff_urls")),
    path("imports/", include("services_directory.imports.urls")),
    path("<uuid:pk>/", staff_views.directory_staff_entry, name="directory_staff_entry"),
]
