from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey

from portal.hours.rules import Rule
from portal.vocabulary import Mode
from services_directory.choices import Frequency
from services_directory.models.base import Part
from services_directory.models.location import Location
from services_directory.models.service import Service
from services_directory.validators import validate_byday


class Schedule(Part):
    """A recurring time at which the service is open, as in RFC 5545. Times are local.

    A closing time at or before the opening time is on the next day.
    """

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="schedules")
    location = models.ForeignKey(
        Location, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    freq = models.CharField(
        "how often", max_length=8, choices=Frequency.choices, default=Frequency.WEEKLY
    )
    interval = models.PositiveSmallIntegerField(
        "every how many weeks or months", default=1, validators=[MinValueValidator(1)]
    )
    byday = models.CharField(
        "days", max_length=60, validators=[validate_byday], help_text="MO,TU,WE or 1TU or -1FR."
    )
    opens_at = models.TimeField()
    closes_at = models.TimeField()
    dtstart = models.DateField("first day", null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    attending_type = models.CharField("how", max_length=12, choices=Mode.choices, blank=True)
    description = models.CharField(max_length=200, blank=True)
    open_on_bank_holidays = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.byday} {self.opens_at:%H:%M}–{self.closes_at:%H:%M}"

    def clean(self) -> None:
        """Raise ValidationError for dates or days that cannot be."""
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": "The last day must not be before the first."})
        if self.freq == Frequency.WEEKLY and any(c.isdigit() for c in self.byday or ""):
            raise ValidationError({"byday": "A weekly time has plain days: MO,TU,WE."})
        if self.interval and self.interval > 1 and not self.dtstart:
            raise ValidationError({"dtstart": "Enter the first day, so that weeks can be counted."})

    @property
    def single_day(self) -> date | None:
        """The one day on which it holds, such as a bank holiday with hours of its own."""
        return self.valid_from if self.valid_from == self.valid_to else None

    def as_rule(self) -> Rule:
        """Return the schedule as the pure rule that portal.hours reckons with."""
        return Rule(
            byday=self.byday,
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            freq=self.freq,
            interval=self.interval,
            dtstart=self.dtstart,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            open_on_bank_holidays=self.open_on_bank_holidays,
        )
