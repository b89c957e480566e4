"""The words every room shares: the six stages, the audiences, the ways a service is given.

Stages are situations, not prognoses (docs/adr/0003-stages-are-situations.md).
"""

from django.db import models


class Stage(models.TextChoices):
    LIVING_WITH_ILLNESS = "living-with-illness", "Living with illness"
    WHEN_THINGS_CHANGE = "when-things-change", "When things are changing"
    PREPARING = "preparing", "Preparing"
    LAST_DAYS = "last-days", "The last days"
    FIRST_DAYS_AFTER = "first-days-after", "The first days after"
    LIVING_WITH_GRIEF = "living-with-grief", "Living with grief"


GRIEF_STAGES = frozenset({Stage.FIRST_DAYS_AFTER, Stage.LIVING_WITH_GRIEF})


class Audience(models.TextChoices):
    PATIENT = "patient", "People who are ill"
    CARER = "carer", "Carers, family and friends"
    BEREAVED = "bereaved", "People after a death"
    PROFESSIONAL = "professional", "Professionals"


class Mode(models.TextChoices):
    """How a service is given: the `attending_type` of Open Referral UK schedules."""

    IN_PERSON = "in_person", "In person"
    PHONE = "phone", "By phone"
    ONLINE = "online", "Online"
    HOME_VISIT = "home_visit", "At home"
