from django.urls import path

from services_directory.assurance import figures_views, staff_views
from services_directory.assurance.problems import staff_views as problem_views

urlpatterns = [
    path("to-check/", staff_views.directory_to_check, name="directory_to_check"),
    path(
        "to-check/<uuid:pk>/",
        staff_views.directory_entry_to_check,
        name="directory_entry_to_check",
    ),
    path("to-check/<uuid:pk>/ask/", staff_views.directory_ask_again, name="directory_ask_again"),
    path("to-check/<uuid:pk>/hide/", staff_views.directory_hide, name="directory_hide"),
    path("to-check/<uuid:pk>/show/", staff_views.directory_show, name="directory_show"),
    path("figures/", figures_views.directory_figures, name="directory_figures"),
    path("problems/", problem_views.directory_problems, name="directory_problems"),
    path("problems/<uuid:pk>/", problem_views.directory_problem, name="directory_problem"),
]
