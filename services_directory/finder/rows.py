"""The services of an order as a list that reads only the pages asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from services_directory.board import Board
from services_directory.finder.ordering import Order
from services_directory.models import Service


@dataclass(frozen=True)
class Rows(Sequence[Service]):
    """What a paginator cuts into pages. `most`: no more than so many are listed."""

    board: Board
    order: Order
    most: int | None = None

    def __len__(self) -> int:
        total = len(self.order)
        return total if self.most is None else min(total, self.most)

    @overload
    def __getitem__(self, part: int) -> Service: ...
    @overload
    def __getitem__(self, part: slice) -> list[Service]: ...
    def __getitem__(self, part: int | slice) -> Service | list[Service]:
        """Return the services as they are now; those taken away a moment ago are left out."""
        if isinstance(part, int):
            return self[part : part + 1][0]
        start, stop, _ = part.indices(len(self))
        keys = self.board.keys_of(self.order.places(start, stop))
        found = Service.objects.public().with_parts().in_bulk(keys)
        return [found[key] for key in keys if key in found]
