"""The staff screens of imports, under /staff/directory/imports/."""

from django.urls import path

from services_directory.imports.views import feeds, pairs, runs

urlpatterns = [
    path("", feeds.directory_imports, name="directory_imports"),
    path("template.csv", feeds.directory_import_template, name="directory_import_template"),
    path("feeds/add/", feeds.directory_feed_add, name="directory_feed_add"),
    path("feeds/<uuid:pk>/", feeds.directory_feed, name="directory_feed"),
    path("feeds/<uuid:pk>/change/", feeds.directory_feed_change, name="directory_feed_change"),
    path("pairs/", pairs.directory_pairs, name="directory_pairs"),
    path("pairs/<uuid:pk>/", pairs.directory_pair, name="directory_pair"),
    path("<uuid:pk>/", runs.directory_import, name="directory_import"),
    path("<uuid:pk>/report.csv", runs.directory_import_csv, name="directory_import_csv"),
    path("<uuid:pk>/apply/", runs.directory_import_apply, name="directory_import_apply"),
    path("<uuid:pk>/discard/", runs.directory_import_discard, name="directory_import_discard"),
    path("<uuid:pk>/again/", runs.directory_import_again, name="directory_import_again"),
]
