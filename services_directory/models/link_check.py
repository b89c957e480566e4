from django.db import models


class LinkCheck(models.Model):
    """What an outside web address answered last. `failing_since` is empty while it works."""

    url = models.URLField(max_length=400, unique=True)
    checked_at = models.DateTimeField(null=True, db_index=True)
    status = models.PositiveSmallIntegerField(null=True, help_text="The HTTP status, if any.")
    problem = models.CharField(max_length=200, blank=True)
    failing_since = models.DateTimeField(null=True, db_index=True)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        default_permissions = ()
        ordering = ["failing_since", "url"]

    def __str__(self) -> str:
        return self.url
