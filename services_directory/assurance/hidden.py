"""The page in place of an entry that is hidden: what that means, and ways forward."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from services_directory.assurance.conditions import entries
from services_directory.choices import Facet
from services_directory.models import Attribute, Service


def hidden_or_missing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer 404 with the entry's name and ways forward when it is hidden; else raise Http404.

    404 and not 410: the entry comes back when somebody confirms it. Its facts are not shown, as
    nobody stands for them; the provider's own number is.
    """
    hidden = entries().filter(pk=pk, hidden_since__isnull=False).select_related("organization")
    service = hidden.first()
    if service is None:
        raise Http404("There is no public service with this key.")
    context = {"service": service, "others_url": _others(service)}
    return render(request, "services_directory/assurance/hidden.html", context, status=404)


def _others(service: Service) -> str:
    """Return the finder's address for the same need."""
    needs = Attribute.objects.filter(service=service, taxonomy_term__taxonomy__key=Facet.NEED)
    first = needs.values_list("taxonomy_term__key", flat=True).first()
    return f"{reverse('services')}?need={first}" if first else reverse("services")
