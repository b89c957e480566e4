from django.urls import path

from portal.people import views

urlpatterns = [path("", views.staff_home, name="staff_home")]
