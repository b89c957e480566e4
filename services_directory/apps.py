from django.apps import AppConfig


class ServicesDirectoryConfig(AppConfig):
    name = "services_directory"
    label = "services_directory"
    verbose_name = "Services directory"

    def ready(self) -> None:
        from portal.design.staff_doors import count_with
        from search.documents import register
        from services_directory import documents, signals
        from services_directory.assurance import checks  # noqa: F401
        from services_directory.assurance.proposals.queries import waiting_count

        register(documents.SOURCE)
        signals.connect()
        count_with("change_proposals", waiting_count)
