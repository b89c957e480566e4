"""What every Open Referral object has: a UUID that never changes."""

from uuid import uuid4

from django.db import models
from wagtail.models import Orderable


class UUIDModel(models.Model):
    """An object whose key is a UUID, as Open Referral UK 3.0 asks of every `id`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True


class Part(UUIDModel, Orderable):
    """A row that belongs to one larger object, in the order that editors give it."""

    class Meta(Orderable.Meta):
        abstract = True
