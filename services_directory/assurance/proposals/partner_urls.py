"""Addresses of a partner's own entries."""

from django.urls import path

from services_directory.assurance.proposals.views import own_change, own_new, partner

urlpatterns = [
    path("", partner.my_services, name="my_services"),
    path("new/", own_new.my_new_service, name="my_new_service"),
    path("new/<uuid:organization>/<uuid:pk>/", own_new.my_new_entry_for, name="my_new_entry_for"),
    path("proposals/<uuid:pk>/", own_new.my_new_entry, name="my_new_entry"),
    path(
        "proposals/<uuid:pk>/withdraw/", partner.my_proposal_withdraw, name="my_proposal_withdraw"
    ),
    path("<uuid:pk>/", partner.my_service, name="my_service"),
    path("<uuid:pk>/confirm/", partner.my_service_confirm, name="my_service_confirm"),
    path("<uuid:pk>/change/", own_change.my_service_change, name="my_service_change"),
    path("<uuid:pk>/ended/", own_change.my_service_ended, name="my_service_ended"),
]
