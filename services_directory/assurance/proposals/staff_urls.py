"""Addresses of the staff's work on proposals."""

from django.urls import path

from services_directory.assurance.proposals.views import staff

urlpatterns = [
    path("", staff.change_proposals, name="change_proposals"),
    path("<uuid:pk>/", staff.change_proposal, name="change_proposal"),
    path("<uuid:pk>/accept/", staff.change_proposal_accept, name="change_proposal_accept"),
    path("<uuid:pk>/return/", staff.change_proposal_return, name="change_proposal_return"),
]
