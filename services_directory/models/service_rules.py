"""What must hold between the fields of a service."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from services_directory.models.service import Service


def errors_in(service: "Service") -> ValidationError | None:
    """Return the errors by field, or None when dates and numbers agree."""
    errors = {}
    if _runs_backwards(service.minimum_age, service.maximum_age):
        errors["maximum_age"] = "The oldest age must not be below the youngest."
    if _runs_backwards(service.closed_from, service.closed_to):
        errors["closed_to"] = "The last closed day must not be before the first."
    if (service.wait_time or service.wait_weeks is not None) and not service.wait_stated_on:
        errors["wait_stated_on"] = "Enter the day on which the provider stated this waiting time."
    if service.assured_date and not service.assurer_role:
        errors["assurer_role"] = "Enter the role that checked the entry."
    return ValidationError(errors) if errors else None


def _runs_backwards(first: object, last: object) -> bool:
    return first is not None and last is not None and last < first  # type: ignore[operator]
