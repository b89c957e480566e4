from django.conf import settings
from django.db import models

from services_directory.choices import Verdict
from services_directory.models.base import UUIDModel
from services_directory.models.feed import Feed


class ImportRun(UUIDModel):
    """One reading of a feed: read page by page, compared, shown to a person, applied or left.

    What state it is in follows from its times. `cursor` says where reading goes on after a stop;
    `counts` holds {"service": {"new": 3, …}, …} once compared; `notes` what was guessed or cleaned.
    """

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="runs")
    source = models.CharField(max_length=400, help_text="The address or the file's name.")
    file = models.FileField(upload_to="directory-imports/", blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField()
    cursor = models.JSONField(default=dict)
    total = models.PositiveIntegerField(null=True, help_text="Services the feed says it has.")
    read_at = models.DateTimeField(null=True)
    compared_at = models.DateTimeField(null=True)
    apply_asked_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True, help_text="Why it stopped, in words for staff.")
    counts = models.JSONField(default=dict)
    notes = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        ordering = ["-created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.feed} {self.created_at:%Y-%m-%d %H:%M}"


class ImportRow(models.Model):
    """One record of a run, cleaned, with what applying it would do.

    `data` is the record in the names of Open Referral UK 3.0; `differences` is a list of
    {"field", "label", "before", "after"}; `reason` says why it was refused.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    kind = models.CharField(max_length=24, help_text="service, organization, location, taxonomy…")
    key = models.UUIDField(help_text="Our key for the record.")
    their_key = models.CharField(max_length=200)
    name = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField()
    data = models.JSONField(default=dict)
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    differences = models.JSONField(default=list)
    reason = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "kind", "key"], name="record_once_in_a_run")
        ]
        indexes = [models.Index(fields=["run", "verdict", "kind", "position"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.name or self.their_key}"
