"""Says when the site does not know where anything is. Runs with the database: on `migrate`."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

from portal.places.models import Area, Postcode, PostcodeLoad

LOAD_HINT = (
    "Without postcodes nobody can search by place. Load a file with `manage.py load_postcodes`; "
    "docs/operations.md says where to get one."
)
AREAS_HINT = (
    "Services that cover a council are not found by postcode until its area has an official code. "
    "Give it one with `manage.py load_areas`, then load the postcodes again."
)


@register(Tags.database)
def postcodes_are_loaded(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Warn when there is no postcode, or when none of those loaded is in an area."""
    for alias in databases or ():
        tables = connections[alias].introspection.table_names()
        needed = {model._meta.db_table for model in (Area, Postcode, PostcodeLoad)}
        # Before the first `migrate` there is nothing to say.
        if not needed <= set(tables):
            return []
        postcodes = Postcode.objects.using(alias)
        if not postcodes.exists():
            return [Warning("No postcode is loaded.", LOAD_HINT, id="portal.W001")]
        if not postcodes.filter(area__isnull=False).exists():
            return [Warning("No postcode is in an area.", AREAS_HINT, id="portal.W002")]
    return []
