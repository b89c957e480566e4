from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "referrals"
    label = "referrals"
    verbose_name = "Referrals"

    def ready(self) -> None:
        from portal.design.staff_doors import count_with
        from referrals import checks  # noqa: F401
        from referrals.attachments import checks as files  # noqa: F401
        from referrals.exchange import checks as exchange_checks  # noqa: F401
        from referrals.exchange.deliveries.queries import stuck_count
        from referrals.exchange.inbound import checks as inbound_checks  # noqa: F401
        from referrals.journey.redaction import hide_draft_links_from_logs

        hide_draft_links_from_logs()
        count_with("deliveries", stuck_count)
