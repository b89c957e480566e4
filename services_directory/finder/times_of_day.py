"""At what times of day or week a service is open, from its schedules.

A part of the day counts when any lasting schedule reaches into it. Hours that hold on one day
alone, such as a bank holiday, do not make a service one for the evening.
"""

from datetime import time

from django.db.models import Exists, F, OuterRef, Q

from services_directory.models import Schedule

_DAY, _EVENING, _NIGHT, _MORNING = time(9), time(17), time(22), time(6)
_OVERNIGHT = Q(closes_at__lte=F("opens_at"))


def _open_within(start: time, end: time) -> Q:
    """Schedules that reach into the hours from start to end of one day."""
    same_day = Q(opens_at__lt=end) & (Q(closes_at__gt=start) | _OVERNIGHT)
    return same_day | (_OVERNIGHT & Q(closes_at__gt=start))


def _services(schedules: Q) -> Q:
    one_day = Q(valid_from__isnull=False, valid_to=F("valid_from"))
    fitting = Schedule.objects.filter(schedules & ~one_day, service=OuterRef("pk"))
    return Q(open_24_hours=True) | Q(Exists(fitting))


# value, label, condition on Service. The night has two ends: before midnight and after it.
TIMES_OF_DAY = [
    ("day", "Daytime, 9 am to 5 pm", _services(_open_within(_DAY, _EVENING))),
    ("evening", "Evening, after 5 pm", _services(_open_within(_EVENING, _NIGHT))),
    (
        "night",
        "Night, 10 pm to 6 am",
        _services(_OVERNIGHT | Q(closes_at__gt=_NIGHT) | Q(opens_at__lt=_MORNING)),
    ),
    ("weekend", "Weekend", _services(Q(byday__contains="SA") | Q(byday__contains="SU"))),
    ("always", "24 hours", Q(open_24_hours=True)),
]
