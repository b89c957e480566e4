"""What other systems call. Not to be confused with exchange/urls.py, which staff see."""

from django.urls import path, re_path

from referrals.exchange.inbound import views

# Of the API of BaRS 1.4.0: bookings, searches by person, the register of pointers and endpoints.
NOT_YET = "Slot|Appointment|ServiceRequest|DocumentReference|HealthcareService|Endpoint"

urlpatterns = [
    path("$process-message", views.process_message, name="exchange_process_message"),
    path("$validate", views.validate, name="exchange_validate"),
    path("metadata", views.metadata, name="exchange_metadata"),
    path("ServiceRequest/<str:name>", views.service_request, name="exchange_service_request"),
    path("MessageDefinition", views.message_definitions, name="exchange_message_definitions"),
    re_path(rf"^(?:{NOT_YET})(?P<rest>/.*)?$", views.not_yet),
    path("<path:rest>", views.nowhere),
    path("", views.nowhere),
]
