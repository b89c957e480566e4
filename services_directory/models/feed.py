from django.db import models

from services_directory.choices import FeedFormat
from services_directory.models.base import UUIDModel


class Feed(UUIDModel):
    """Somebody else's list of services that we read. What came from it belongs to it.

    Records whose `feed` is empty are kept here by the partnership; no import changes them.
    """

    name = models.CharField(max_length=160, unique=True, help_text="Whose data it is.")
    format = models.CharField("kind", max_length=12, choices=FeedFormat.choices)
    url = models.URLField(
        "address", blank=True, help_text="The start of the feed. Empty when files are sent to you."
    )
    licence = models.CharField(
        max_length=120, blank=True, help_text="Such as Open Government Licence v3.0."
    )
    licence_url = models.URLField("address of the licence", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
