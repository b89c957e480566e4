"""Which turn of a long job was taken last, so that restarts and second workers repeat none."""

from django.db import models


class Turn(models.Model):
    """A job that runs every hour or less often, with the time it was last begun."""

    name = models.CharField(max_length=80, primary_key=True)
    taken_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
