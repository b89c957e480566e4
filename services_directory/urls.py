from django.urls import path

from services_directory.assurance.problems import views as problem_views
from services_directory.finder import embed, views
from services_directory.finder.shortlist import views as shortlist_views

urlpatterns = [
    path("", views.services, name="services"),
    path("shortlist/", shortlist_views.shortlist, name="shortlist"),
    path("pack/", shortlist_views.public_pack, name="pack"),
    path("embed/", embed.embedded, name="embed"),
    path("on-your-site/", embed.embed_help, name="embed_help"),
    path("<uuid:pk>/", views.service_detail, name="service_detail"),
    path("<uuid:pk>/problem/", problem_views.problem_report, name="problem_report"),
    path("<uuid:pk>/problem/sent/", problem_views.problem_sent, name="problem_sent"),
    path("<uuid:pk>/sessions.ics", views.service_sessions, name="service_sessions"),
]
