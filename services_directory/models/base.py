"""What every Open Referral object has: a UUID that never changes."""

from typing import Any
from uuid import UUID, uuid4

from django.db import models
from wagtail.models import Orderable


class UUIDModel(models.Model):
    """An object whose key is a UUID, as Open Referral UK 3.0 asks of every `id`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Revisions hold keys as text; as text they would equal no key from the database, and
        # publishing would make every part anew.
        if isinstance(self.id, str):
            self.id = UUID(self.id)


class Part(UUIDModel, Orderable):
    """A row that belongs to one larger object, in the order that editors give it."""

    class Meta(Orderable.Meta):
        abstract = True
