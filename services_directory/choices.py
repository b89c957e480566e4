"""The closed lists of the directory, with the words that people see."""

from django.db import models


class Status(models.TextChoices):
    """Whether the service runs: the `status` values of Open Referral UK 3.0."""

    ACTIVE = "active", "Active"
    TEMPORARILY_CLOSED = "temporarily closed", "Temporarily closed"
    INACTIVE = "inactive", "Not running"
    DEFUNCT = "defunct", "Ended for good"


PUBLIC_STATUSES = (Status.ACTIVE, Status.TEMPORARILY_CLOSED)


class Cost(models.TextChoices):
    FREE = "free", "Free"
    DONATION = "donation", "Free, donations welcome"
    MEANS_TESTED = "means_tested", "Depends on your money"
    PAID = "paid", "You pay"


class ReferralRoute(models.TextChoices):
    """Who may ask for the service. Each has a `referral_…` field on Service."""

    SELF = "self", "You can ask for it yourself"
    FAMILY = "family", "Family or a friend can ask"
    PROFESSIONAL = "professional", "A professional can ask"
    GP = "gp", "Your GP can ask"


class OrganizationKind(models.TextChoices):
    PARTNER = "partner", "Partner"
    LOCAL = "local", "Local organisation"
    NATIONAL = "national", "National organisation"


class LocationType(models.TextChoices):
    PHYSICAL = "physical", "A place people can go to"
    POSTAL = "postal", "A postal address only"
    VIRTUAL = "virtual", "Online or by phone"


class Frequency(models.TextChoices):
    WEEKLY = "WEEKLY", "Weekly"
    MONTHLY = "MONTHLY", "Monthly"


class Facet(models.TextChoices):
    """Taxonomies that the finder filters by. The value is the taxonomy's `key`."""

    NEED = "need", "What for"
    AUDIENCE = "audience", "Who for"
    DIED = "died", "Who died"
    CAUSE = "cause", "How they died"
    SINCE = "since", "How long ago"
    FAITH = "faith", "Faith or culture"
    FEATURE = "feature", "Good to know"


class FeedFormat(models.TextChoices):
    ORUK_3 = "oruk3", "Open Referral UK 3.0"
    ORUK_1 = "oruk1", "Open Referral UK 1.0"
    HSDS_CSV = "hsds_csv", "HSDS tables (CSV files in a zip)"
    SPREADSHEET = "spreadsheet", "Our spreadsheet (CSV or Excel)"


class Verdict(models.TextChoices):
    """What applying an import would do with one record."""

    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    SAME = "same", "Unchanged"
    GONE = "gone", "Gone from the feed"
    REFUSED = "refused", "Refused"


class Answer(models.TextChoices):
    """What a role mailbox says of an entry."""

    UNCHANGED = "unchanged", "Nothing has changed"
    CHANGE = "change", "Something has changed"


class Freshness(models.TextChoices):
    """How old the last check of an entry is; the ages are settings."""

    GREEN = "green", "Checked recently"
    AMBER = "amber", "Check is due"
    RED = "red", "Check is overdue"


class ProblemReason(models.TextChoices):
    CONTACT = "contact", "A phone number, e-mail or web address is wrong"
    TIMES = "times", "The opening times are wrong"
    CLOSED = "closed", "The service has closed"
    WHO = "who", "It is not for the people it says"
    OTHER = "other", "Something else"


class ProblemOutcome(models.TextChoices):
    CORRECTED = "corrected", "The entry was put right"
    RIGHT = "right", "The entry was right"
    REMOVED = "removed", "The entry was taken down"


class Decision(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    RETURNED = "returned", "Returned"
