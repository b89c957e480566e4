"""What other systems call. Not to be confused with exchange/urls.py, which staff see."""

from django.urls import path

from referrals.exchange.inbound import views

urlpatterns = [
    path("$process-message", views.process_message, name="exchange_process_message"),
    path("$validate", views.validate, name="exchange_validate"),
    path("metadata", views.metadata, name="exchange_metadata"),
    path("ServiceRequest/<str:name>", views.service_request, name="exchange_service_request"),
    path("<path:rest>", views.nowhere),
    path("", views.nowhere),
]
