"""Where every page of the finder can end: someone who answers the phone."""

from django.db.models import Count, Q

from services_directory.choices import Facet
from services_directory.models import Service

MOST = 4
# Needs of somebody who wants a voice at the other end.
LISTENING = ("advice-line", "bereavement", "mental-health")


def helplines() -> list[Service]:
    """National services that answer the phone: those open day and night, and broadest, first."""
    listening = Q(
        attributes__taxonomy_term__taxonomy__key=Facet.NEED,
        attributes__taxonomy_term__key__in=LISTENING,
    )
    found = Service.objects.public().filter(national=True, mode_phone=True)
    found = found.annotate(fits=Count("attributes", filter=listening, distinct=True))
    broadest = found.filter(fits__gt=0).order_by("-open_24_hours", "-fits", "name")
    return list(broadest.with_parts()[:MOST])
