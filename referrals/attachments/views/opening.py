"""Staff open a file of a referral. What was never scanned only after a warning."""

from uuid import UUID

from csp.constants import NONE
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from referrals.attachments import opening, words
from referrals.models import Attachment, Verdict
from referrals.triage.access import READ, actor, needs


@needs(READ)
@require_http_methods(["GET", "HEAD", "POST"])
def triage_file(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Give the file to be saved; a quarantined one only by a press on the page that warns."""
    try:
        file = opening.find(reference, key)
    except Attachment.DoesNotExist:
        raise Http404 from None
    if file.verdict == Verdict.CLEAN or request.method == "POST":
        try:
            return _given(request, file)
        except opening.Dangerous:
            pass
    context = {"reference": reference, "file": words.line(file), "verdict": file.verdict}
    status = 403 if request.method == "POST" else 200
    return render(request, "referrals/triage/file_warning.html", context, status=status)


def _given(request: HttpRequest, file: Attachment) -> HttpResponse:
    content = opening.open_file(file, actor(request))
    name = words.name_of(file)
    headers = {"Content-Disposition": content_disposition_header(True, name) or "attachment"}
    response = HttpResponse(content, content_type=file.media_type, headers=headers)
    # Were it opened in the browser after all, it could run nothing and ask nobody (django-csp 4).
    response._csp_replace = {"default-src": [NONE], "sandbox": True}  # type: ignore[attr-defined]
    return response
