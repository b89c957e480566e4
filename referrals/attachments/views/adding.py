"""Add letters and photographs to a form, and take them away again."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from portal.throttle import throttled
from referrals.attachments import services, words
from referrals.attachments.forms import FilesForm
from referrals.attachments.limits import MOST_FILES
from referrals.attachments.receiving import InMemoryOnly
from referrals.journey.again import ask_again, said_before
from referrals.journey.drafts import pathway_of
from referrals.journey.private import with_draft
from referrals.models import Draft


# Exempt out here and protected within: nothing of the post may be read before it is certain that
# the draft exists, and that no file of it is written to a disk unsealed.
@csrf_exempt
@throttled("referral-files", limit=200, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def referral_files(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """The files of a form, and a way to add more."""
    if not pathway_of(draft).attachments:
        return redirect("referral_check", token=token)
    if request.method == "POST":
        request.upload_handlers = [InMemoryOnly(request)]
    response: HttpResponse = _files(request, draft, token)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def referral_file_remove(request: HttpRequest, draft: Draft, token: str, key: UUID) -> HttpResponse:
    """Take one file away."""
    if request.method == "POST":
        try:
            services.remove(draft, key)
        except services.NotOpen:
            return redirect("referral_done", token=token)
    return redirect("referral_files", token=token)


@csrf_protect
def _files(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, draft, token)
    url = reverse("referral_files", kwargs={"token": token})
    form = FilesForm(request.POST, request.FILES)
    if not form.is_valid():
        return ask_again(url, {})
    try:
        added, refused = _add_all(draft, form.cleaned_data["files"])
    except services.NotOpen:
        return redirect("referral_done", token=token)
    if refused:
        return ask_again(url, {"refused": _named(refused)})
    return redirect(f"{url}?added={added}")


def _add_all(draft: Draft, files: list[UploadedFile]) -> tuple[int, list[tuple[str, str]]]:
    """Add what can be added; return how many, and (name, why) of each that was refused."""
    refused: list[tuple[str, str]] = []
    for file in files[: MOST_FILES + 1]:
        try:
            services.add(draft, file.name or "", file.read())
        except services.Refused as refusal:
            refused.append((file.name or "", refusal.why))
    refused += [(file.name or "", "too_many") for file in files[MOST_FILES + 1 :]]
    return len(files) - len(refused), refused


def _named(refused: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the refusals with as many names as an address has room for."""
    named = [(words.short(name), why) for name, why in refused[:MOST_FILES]]
    return named + [("", why) for why in {why for _, why in refused[MOST_FILES:]}]


def _form(request: HttpRequest) -> FilesForm:
    said = said_before(request)
    if said is None:
        return FilesForm()
    form = FilesForm(QueryDict(), MultiValueDict())
    if said:
        form.refuse(said["refused"])
    return form


def _page(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    added = request.GET.get("added", "")
    context = {
        "form": _form(request),
        "token": token,
        "pathway": pathway_of(draft),
        "files": words.lines(draft.attachments.filter(referral=None)),
        "added": int(added) if added in {str(number) for number in range(1, 10)} else 0,
    }
    return render(request, "referrals/files.html", context)
