"""Addresses in letters to role mailboxes that lead to a change."""

from django.urls import path

from services_directory.assurance.proposals.views import by_link

urlpatterns = [
    path("<str:token>/change/", by_link.change_by_link, name="change_by_link"),
    path("<str:token>/change/sent/", by_link.change_by_link_sent, name="change_by_link_sent"),
]
