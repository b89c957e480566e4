from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "portal.people"
    label = "people"
    verbose_name = "People"


class StaffUsersConfig(WagtailUsersAppConfig):
    """Wagtail's account pages with our forms."""

    user_viewset = "portal.people.viewsets.StaffViewSet"
