"""Learning as documents of the site's search."""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete
from django.utils.text import slugify
from wagtail.signals import published, unpublished

from portal.vocabulary import Audience
from search.documents import Document, Source, document_id, record_change, register

KIND = "learning"


def register_search() -> None:
    """Make learning searchable. Called when the app is ready."""
    from content.learning.models import LearningOffering

    register(Source(KIND, "Course or class", "Courses and classes", load))
    published.connect(_changed, sender=LearningOffering, dispatch_uid="learning-published")
    unpublished.connect(_changed, sender=LearningOffering, dispatch_uid="learning-unpublished")
    post_delete.connect(_changed, sender=LearningOffering, dispatch_uid="learning-deleted")


def load(pks: Iterable[str] | None) -> Iterable[Document]:
    """Yield the published offerings with these keys, or all of them."""
    from content.learning.queries import published as published_offerings

    offerings = published_offerings()
    if pks is not None:
        offerings = offerings.filter(pk__in=[pk for pk in pks if pk.isdigit()])
    return [_document(offering) for offering in offerings]


def _changed(sender: type, instance: Any, **kwargs: Any) -> None:
    record_change(KIND, instance.pk)


def _document(offering: Any) -> Document:
    subjects = [subject.name for subject in offering.subjects.all()]
    return Document(
        id=document_id(KIND, offering.pk),
        kind=KIND,
        title=offering.title,
        url=offering.get_absolute_url(),
        summary=offering.summary,
        body="\n".join([offering.description, offering.prerequisites, offering.place]),
        keywords=" ".join([offering.provider, offering.get_kind_display(), *subjects]),
        facets=_facets(offering),
        reviewed=offering.checked,
    )


def _facets(offering: Any) -> dict[str, tuple[str, ...]]:
    modes = ("online", "in_person") if offering.mode == "blended" else (offering.mode,)
    return {
        "kind": (KIND,),
        "stage": tuple(offering.stages),
        "audience": _audiences(set(offering.audiences)),
        "mode": modes,
        "cost": (offering.cost,),
        "provider": (slugify(offering.provider),),
    }


def _audiences(learners: set[str]) -> tuple[str, ...]:
    """Return the site's audiences: what is open to the public is for all but professionals."""
    public = [Audience.PATIENT, Audience.CARER, Audience.BEREAVED]
    found = public if learners & {"public", "all"} else []
    professional = [Audience.PROFESSIONAL] if learners - {"public"} else []
    return tuple(str(audience) for audience in [*found, *professional])
