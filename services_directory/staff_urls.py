from django.urls import path

from services_directory.finder import staff_views

urlpatterns = [
    path("", staff_views.directory_staff, name="directory_staff"),
    path("<uuid:pk>/", staff_views.directory_staff_entry, name="directory_staff_entry"),
]
