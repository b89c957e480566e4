"""What changes a service, told to those who must know."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from search.documents import record_changes
from services_directory.board.changes import note
from services_directory.models import Service

KIND = "service"
_AT_ONCE = 500


def services_changed(pks: Iterable[UUID | str]) -> None:
    """Note in the transaction under way that the public may see these services differently.

    Their `last_modified` moves too, as what changed may be a part: those who copy the open data
    ask for what was modified since. The search and the finder's counts follow. Whoever writes
    services, or what hangs on them, past the editors' screens must call this.
    """
    keys = [UUID(str(pk)) for pk in pks]
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        Service.objects.filter(pk__in=some).update(last_modified=timezone.now())
    note(keys)
    record_changes(KIND, keys)
