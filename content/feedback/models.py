"""What readers say about a page. Nothing personal: no address, no browser, no account."""

from django.db import models
from django.utils import timezone


class PageFeedback(models.Model):
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    useful = models.BooleanField()
    words = models.TextField(blank=True)
    sent = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-sent"]
        verbose_name_plural = "page feedback"

    def __str__(self) -> str:
        return f"{'Useful' if self.useful else 'Not useful'}: {self.page.title}"
