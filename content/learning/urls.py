from django.urls import path

from content.learning import views

urlpatterns = [
    path("", views.learning, name="learning"),
    path("calendar.ics", views.learning_calendar, name="learning_calendar"),
    path("<slug:slug>/", views.learning_offering, name="learning_offering"),
    path(
        "<slug:slug>/calendar.ics",
        views.learning_offering_calendar,
        name="learning_offering_calendar",
    ),
    path("<slug:slug>/<uuid:uid>.ics", views.learning_session_ics, name="learning_session_ics"),
]
