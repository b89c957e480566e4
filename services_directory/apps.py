from django.apps import AppConfig


class ServicesDirectoryConfig(AppConfig):
    name = "services_directory"
    label = "services_directory"
    verbose_name = "Services directory"

    def ready(self) -> None:
        from search.documents import register
        from services_directory import documents, signals

        register(documents.SOURCE)
        signals.connect()
