"""What changes a service, told to those who must know."""

from collections.abc import Iterable
from uuid import UUID

from search.documents import record_change

KIND = "service"


def services_changed(pks: Iterable[UUID | str]) -> None:
    """Note in the transaction under way that the public may see these services differently."""
    for pk in pks:
        record_change(KIND, pk)
