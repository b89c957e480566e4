from django.urls import path

from services_directory.finder import views

urlpatterns = [
    path("", views.services, name="services"),
    path("<uuid:pk>/", views.service_detail, name="service_detail"),
]
