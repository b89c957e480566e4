"""Whose postcodes the site holds, in the words that their licences ask for.

ONS and OS give the files under the Open Government Licence v3.0; Royal Mail's share too.
https://www.ons.gov.uk/methodology/geography/licences
"""

from django.utils import timezone

from portal.places.models import PostcodeLoad

_OS = "Contains OS data © Crown copyright and database right {year}"
_ROYAL_MAIL = "Contains Royal Mail data © Royal Mail copyright and database right {year}"
_ONS = "Source: Office for National Statistics licensed under the Open Government Licence v.3.0"
_STATISTICS = "Contains National Statistics data © Crown copyright and database right {year}"
LINES = {
    "ons": (_ONS, _OS, _ROYAL_MAIL),
    "code-point-open": (_OS, _ROYAL_MAIL, _STATISTICS),
    "open-names": (_OS,),
}


def attribution_lines() -> list[str]:
    """Return what must be shown; nothing while no real postcodes are loaded."""
    load = PostcodeLoad.objects.order_by("-pk").first()
    if load is None:
        return []
    year = timezone.localtime(load.loaded_at).year
    lines = [line for source in load.sources.split() for line in LINES.get(source, ())]
    return [line.format(year=year) for line in dict.fromkeys(lines)]
