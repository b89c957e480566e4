from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "content"
    label = "content"
    verbose_name = "Content"

    def ready(self) -> None:
        from content import checks, signals  # noqa: F401  (checks register themselves)
        from content.documents import SOURCE
        from content.learning.search import register_search
        from search.documents import register

        register(SOURCE)
        register_search()
        signals.connect()
