from django.db import models


class DirectoryChange(models.Model):
    """A service was made, changed or taken away; very many were when `service_key` is empty."""

    service_key = models.UUIDField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.service_key or "very many")
