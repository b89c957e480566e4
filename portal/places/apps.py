from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "portal.places"
    label = "places"
    verbose_name = "Places"

    def ready(self) -> None:
        from portal.places import checks  # noqa: F401 - registers the check
