"""The fixed words of the learning catalogue."""

from django.db import models


class Kind(models.TextChoices):
    E_LEARNING = "e_learning", "E-learning"
    STUDY_DAY = "study_day", "Study day"
    WEBINAR = "webinar", "Webinar"
    SERIES = "series", "Series"
    RECORDING = "recording", "Recording"
    GUIDE = "guide", "Guide"
    PUBLIC_CLASS = "public_class", "Public class"


# Learning that waits for nobody: it is there at any hour, so it needs no date.
ANY_TIME = frozenset({Kind.E_LEARNING, Kind.RECORDING, Kind.GUIDE})


class Attendance(models.TextChoices):
    ONLINE = "online", "Online"
    IN_PERSON = "in_person", "In person"
    BLENDED = "blended", "Online and in person"


class Learner(models.TextChoices):
    HEALTH = "health", "Health staff"
    CARE_HOME = "care_home", "Care home staff"
    HOME_CARE = "home_care", "Home care staff"
    VOLUNTARY = "voluntary", "Volunteers and charities"
    PUBLIC = "public", "The public"
    ALL = "all", "Everyone"


class Tier(models.TextChoices):
    """The three tiers of the End of Life Care Core Skills framework of 2017."""

    AWARENESS = "1", "Tier 1: awareness"
    REGULAR_CONTACT = "2", "Tier 2: regular contact"
    IN_DEPTH = "3", "Tier 3: in depth"


class Cost(models.TextChoices):
    FREE = "free", "Free"
    PAID = "paid", "Paid"
    ASK = "ask", "Ask the provider"


class SessionStatus(models.TextChoices):
    SCHEDULED = "scheduled", "Scheduled"
    FULL = "full", "Full"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


# Dates on which the learning still takes place.
TAKING_PLACE = (SessionStatus.SCHEDULED, SessionStatus.FULL)
