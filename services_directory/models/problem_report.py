from django.conf import settings
from django.db import models

from services_directory.choices import ProblemOutcome, ProblemReason
from services_directory.models.base import UUIDModel
from services_directory.models.service import Service


class ProblemReport(UUIDModel):
    """Somebody says that an entry is wrong. To be settled within 48 hours of `reported_at`.

    `reply_to` is the only personal thing here; it is emptied when the answer has been sent.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="problem_reports")
    reason = models.CharField("what is wrong", max_length=12, choices=ProblemReason.choices)
    words = models.TextField("tell us more", blank=True, max_length=2000)
    from_the_service = models.BooleanField("I work for this service", default=False)
    reply_to = models.EmailField("your e-mail", blank=True)
    reported_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    owner_told_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True, db_index=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    outcome = models.CharField(max_length=12, choices=ProblemOutcome.choices, blank=True)
    answer = models.TextField("answer to the reporter", blank=True, max_length=2000)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["due_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.service}"
