"""Addresses in letters to role mailboxes."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
