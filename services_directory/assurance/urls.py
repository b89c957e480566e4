"""Addresses in letters to role mailboxes."""

from django.urls import path

from services_directory.assurance import views

urlpatterns = [
    path("sent/", views.directory_check_sent, name="directory_check_sent"),
    path("<str:token>/", views.directory_check, name="directory_check"),
    path("<str:token>/done/", views.directory_checked, name="directory_checked"),
    path("<str:token>/fresh/", views.directory_check_fresh, name="directory_check_fresh"),
]
