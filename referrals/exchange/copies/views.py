"""Download a referral: to print, or as the message that another system would get."""

from uuid import uuid5

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from referrals import audit
from referrals.exchange.bundles import messages
from referrals.exchange.bundles.letter import Party
from referrals.exchange.copies.pdf import referral_as_pdf
from referrals.exchange.outbound.writing import letter_to
from referrals.models import Referral
from referrals.triage.access import READ, actor, needs

ANYONE = Party("The receiving service", endpoint="urn:front-door:nobody-yet")


@needs(READ)
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def referral_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The PDF. A post asks for key safe and hazards too, and that is recorded as opening them."""
    referral, user, secrets = _referral(reference), actor(request), None
    if request.method == "POST":
        audit.record("secrets opened", referral, user)
        secrets = referral.secrets
    audit.record("printed", referral, user)
    return _file(referral_as_pdf(referral, secrets), "application/pdf", f"{reference}.pdf")


@needs(READ)
@require_safe
@transaction.atomic
def referral_bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """The FHIR message, as any destination would get it; never key safe or hazards."""
    referral = _referral(reference)
    audit.record("copied", referral, actor(request))
    about = messages.Message(
        uuid5(referral.submission_key, "copy for staff"), referral.submitted_at
    )
    body = messages.as_bytes(messages.request(letter_to(referral, ANYONE, whole=True), about))
    return _file(body, "application/fhir+json", f"{reference}.json")


def _referral(reference: str) -> Referral:
    referral = Referral.objects.filter(reference=reference).first()
    if referral is None:
        raise Http404
    return referral


def _file(body: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=media_type, headers=headers)
