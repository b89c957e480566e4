"""Wagtail's and Django's events, translated into one call: services_changed."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import published, unpublished

from services_directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm
from services_directory.services import services_changed


def connect() -> None:
    """Listen. Called once, when the app is ready."""
    for signal in (published, unpublished, post_delete):
        signal.connect(_service_changed, sender=Service)
    post_save.connect(_used_by_services, sender=Organization)
    post_save.connect(_used_by_services, sender=Location)
    post_save.connect(_used_by_services, sender=TaxonomyTerm)
    post_save.connect(_used_by_services, sender=Taxonomy)
    # Before: afterwards nothing says which services were given there.
    pre_delete.connect(_used_by_services, sender=Location)


def _service_changed(instance: Service, **kwargs: Any) -> None:
    services_changed([instance.pk])


def _used_by_services(
    sender: type[Organization | Location | TaxonomyTerm | Taxonomy],
    instance: Organization | Location | TaxonomyTerm | Taxonomy,
    created: bool = False,
    **kwargs: Any,
) -> None:
    path = {
        Organization: "organization",
        Location: "service_at_locations__location",
        TaxonomyTerm: "attributes__taxonomy_term",
        Taxonomy: "attributes__taxonomy_term__taxonomy",
    }[sender]
    if not created and not kwargs.get("raw"):
        users = Service.objects.filter(**{path: instance.pk}).values_list("pk", flat=True)
        services_changed(users.distinct())
