"""The message as it came, byte for byte."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from referrals import audit
from referrals.cipher import unseal_bytes
from referrals.models import InboundMessage
from referrals.triage.access import READ, actor, needs


@needs(READ)
@require_safe
@transaction.atomic
def message_as_it_came(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Download it; who did is recorded. Never shown in the browser: others wrote it."""
    rows = InboundMessage.objects.select_related("referral").filter(status=200)
    row = get_object_or_404(rows, request_id=key, referral__reference=reference)
    audit.record("message opened", row.referral, actor(request), message=str(key))
    kind = "xml" if "xml" in row.media_type else "json"
    headers = {"Content-Disposition": f'attachment; filename="{reference}-as-it-came.{kind}"'}
    raw = unseal_bytes(row.sealed_raw)
    return HttpResponse(raw, content_type=row.media_type, headers=headers)
