from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "referrals"
    label = "referrals"
    verbose_name = "Referrals"

    def ready(self) -> None:
        from referrals import checks  # noqa: F401
        from referrals.journey.redaction import hide_draft_links_from_logs

        hide_draft_links_from_logs()
