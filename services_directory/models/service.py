"""A service: the centre of the directory. Field names are those of HSDS where it has one."""

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from portal.vocabulary import Mode
from services_directory.choices import PUBLIC_STATUSES, Cost, ReferralRoute, Status
from services_directory.models.base import UUIDModel
from services_directory.models.feed import Feed
from services_directory.models.organization import Organization
from services_directory.models.querysets import ServiceQuerySet
from services_directory.models.service_rules import errors_in
from services_directory.validators import validate_not_in_future, validate_phone

OLDEST_AGE = 130


class Service(
    UUIDModel,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """One thing an organisation does for people.

    `staff_phone`, `staff_criteria` and `internal_note` are for signed-in staff alone: no public
    page, search document or open data may hold them.
    """

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="services", verbose_name="provider"
    )
    name = models.CharField(max_length=160)
    summary = models.CharField(max_length=240, help_text="One line: what it is.")
    description = models.TextField(help_text="Two to five plain sentences.")
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIVE)
    url = models.URLField("web page", blank=True)
    email = models.EmailField("e-mail", blank=True)
    alert = models.CharField(
        max_length=240, blank=True, help_text="Shown at the top of the entry while it holds."
    )
    closed_from = models.DateField("temporarily closed from", null=True, blank=True)
    closed_to = models.DateField("temporarily closed until the end of", null=True, blank=True)

    mode_in_person = models.BooleanField("in person", default=False)
    mode_phone = models.BooleanField("by phone", default=False)
    mode_online = models.BooleanField("online", default=False)
    mode_home_visit = models.BooleanField("at home", default=False)
    national = models.BooleanField(default=False, help_text="Open to people in the whole UK.")
    open_24_hours = models.BooleanField("day and night", default=False)

    cost = models.CharField(max_length=12, choices=Cost.choices, blank=True)
    fees_description = models.TextField("cost, in words", blank=True)

    referral_self = models.BooleanField("people ask for themselves", default=False)
    referral_family = models.BooleanField("family or friends ask", default=False)
    referral_professional = models.BooleanField("a professional asks", default=False)
    referral_gp = models.BooleanField("the GP asks", default=False)
    application_process = models.TextField(
        "how to get it", blank=True, help_text="The steps, one a line."
    )
    pathway = models.SlugField(
        blank=True, help_text="The portal's own form that reaches this service, if there is one."
    )
    eligibility_description = models.TextField("who it is for", blank=True)
    minimum_age = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(OLDEST_AGE)]
    )
    maximum_age = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(OLDEST_AGE)]
    )
    wait_time = models.CharField("waiting time, in words", max_length=160, blank=True)
    wait_weeks = models.PositiveSmallIntegerField(
        "waiting time in weeks", null=True, blank=True, validators=[MaxValueValidator(520)]
    )
    wait_stated_on = models.DateField(
        "waiting time stated on", null=True, blank=True, validators=[validate_not_in_future]
    )

    assured_date = models.DateField(
        "checked on", null=True, blank=True, validators=[validate_not_in_future]
    )
    assurer_role = models.CharField(
        "checked by", max_length=120, blank=True, help_text="A role, not a person."
    )
    checked = models.CharField("what was checked", max_length=240, blank=True)

    staff_phone = models.CharField(
        "direct line for staff", max_length=40, blank=True, validators=[validate_phone]
    )
    staff_criteria = models.TextField("criteria, for staff", blank=True)
    internal_note = models.TextField("note for staff", blank=True)
    hidden_since = models.DateField(
        "hidden, for nobody has checked it, since", null=True, editable=False
    )
    overdue_since = models.DateField(
        "on the list of overdue entries since", null=True, editable=False
    )
    feed = models.ForeignKey(
        Feed, null=True, editable=False, on_delete=models.PROTECT, related_name="services"
    )
    last_modified = models.DateTimeField(auto_now=True)

    objects = ServiceQuerySet.as_manager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("summary"),
        index.RelatedFields("organization", [index.SearchField("name")]),
        index.FilterField("status"),
        index.FilterField("national"),
        index.FilterField("live"),
    ]

    class Meta:
        ordering = ["name", "id"]
        # None on status, and on hidden_since only for what is hidden: nearly all rows are alike
        # there, and a database without statistics would read all of them to find twenty by key.
        indexes = [
            models.Index(fields=["last_modified"], name="service_last_modified"),
            models.Index(
                fields=["hidden_since"],
                name="service_hidden",
                condition=models.Q(hidden_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raise ValidationError for dates and numbers that contradict each other."""
        super().clean()
        if errors := errors_in(self):
            raise errors

    def with_content_json(self, content: dict[str, Any]) -> "Service":
        """Return the entry as a revision has it, but for what no editor decides.

        Of two checks the newer one holds: a draft that was held back while the provider confirmed
        the entry brings no older date back.
        """
        service = super().with_content_json(content)
        service.hidden_since, service.overdue_since = self.hidden_since, self.overdue_since
        service.feed_id = self.feed_id
        if self.live and (self.assured_date or date.min) > (service.assured_date or date.min):
            service.assured_date, service.assurer_role = self.assured_date, self.assurer_role
            service.checked = self.checked
        return service

    def get_absolute_url(self) -> str:
        return reverse("service_detail", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Say whether visitors may see the entry."""
        return self.live and self.hidden_since is None and self.status in PUBLIC_STATUSES

    @property
    def modes(self) -> list[Mode]:
        """How the service is given, in the order of the vocabulary."""
        return [mode for mode in Mode if getattr(self, f"mode_{mode}")]

    @property
    def referral_routes(self) -> list[ReferralRoute]:
        """Who may ask for it."""
        return [route for route in ReferralRoute if getattr(self, f"referral_{route}")]

    def is_closed_on(self, day: date) -> bool:
        """Say whether it is temporarily closed. Dates decide when given, else the status."""
        if self.closed_from is None and self.closed_to is None:
            return self.status == Status.TEMPORARILY_CLOSED
        return (self.closed_from or date.min) <= day <= (self.closed_to or date.max)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "services_directory/service_detail.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        from services_directory.presenters.entry import entry  # late: presenters read models

        return {**super().get_preview_context(request, mode_name), "entry": entry(self)}
