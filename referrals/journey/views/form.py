"""Filling in: one step a page, saved at each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from referrals.journey.contents import ChangedElsewhere, Contents
from referrals.journey.drafts import (
    AlreadySent,
    contents_of,
    find,
    keep_typed,
    keep_unsent,
    pathway_of,
    save_answers,
)
from referrals.journey.forms import StepForm, UnsentForm, as_post, has_own_heading, typed_in
from referrals.journey.presenters import about_me, elsewhere, help_kind, next_url, where
from referrals.journey.private import with_draft
from referrals.models import Draft
from referrals.pathways.answers import in_words, shown_answers, shown_step
from referrals.pathways.declare import Pathway, Step

LONGEST_STAMP = 40


@require_safe
@with_draft
def referral_resume(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """Go on where the form was left."""
    return redirect(next_url(pathway_of(draft), contents_of(draft), token, None))


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def referral_step(request: HttpRequest, draft: Draft, token: str, step: str) -> HttpResponse:
    """Show one step, or save it and go on."""
    pathway, contents = pathway_of(draft), contents_of(draft)
    _step(pathway, step)
    current = shown_step(pathway, contents.steps, step)
    if current is None:
        return redirect("referral_resume", token=token)
    if request.method == "POST" and "autosave" in request.POST:
        return _autosave(request, draft, current)
    if request.method == "POST":
        return _save(request, draft, token, current)
    return _show(request, pathway, contents, token, _filled_form(pathway, contents, current))


@require_safe
@with_draft
def referral_help(request: HttpRequest, draft: Draft, token: str, step: str) -> HttpResponse:
    """Where help is at once, after an answer that says it is needed."""
    pathway, contents = pathway_of(draft), contents_of(draft)
    current = shown_step(pathway, contents.steps, step) or _step(pathway, step)
    go_on = next_url(pathway, contents, token, current, _from_check(request))
    kind = help_kind(current, contents.steps.get(step, {}))
    if not kind:
        return redirect(go_on)
    return render(request, "referrals/help_now.html", {"kind": kind, "go_on": go_on})


def _save(request: HttpRequest, draft: Draft, token: str, step: Step) -> HttpResponse:
    pathway, contents = pathway_of(draft), contents_of(draft)
    form = _form(pathway, contents, step, data=request.POST)
    try:
        contents = _keep(request, draft, form)
    except AlreadySent:
        return redirect("referral_done", token=token)
    except ChangedElsewhere:
        return _show(request, pathway, contents_of(find(token)), token, form, changed=True)
    if "save" in request.POST:
        return redirect("referral_saved", token=token)
    if not form.is_valid():
        # What was typed is kept, and shown with what is wrong. Were it the answer to the post, a
        # browser would not show it again on the way back.
        return redirect(request.get_full_path())
    if help_kind(step, form.answers()):
        return redirect(_with_origin(request, "referral_help", token, step))
    return redirect(next_url(pathway, contents, token, step, _from_check(request)))


def _keep(request: HttpRequest, draft: Draft, form: StepForm) -> Contents:
    """Keep what was sent: as answers if it is right, else as it was typed.

    Who leaves in the middle of a page did nothing wrong, and is not told so on coming back.
    """
    slug, seen = form.step.slug, _stamps_known(request)
    if form.is_valid():
        return save_answers(draft, slug, form.answers(), seen)
    keep = keep_unsent if "save" in request.POST else keep_typed
    return keep(draft, slug, typed_in(form.step, request.POST), seen)


def _autosave(request: HttpRequest, draft: Draft, step: Step) -> HttpResponse:
    """Keep what is being typed, for a script: 204, or 409 if something newer is there."""
    by = request.POST.get("writer", "")[:LONGEST_STAMP] or "unknown"
    typed, seen = typed_in(step, request.POST), _stamps_known(request) or set()
    try:
        keep_unsent(draft, step.slug, typed, seen, by)
    except (AlreadySent, ChangedElsewhere):
        return HttpResponse("Newer words are kept.", status=409, content_type="text/plain")
    return HttpResponse(status=204)


def _stamps_known(request: HttpRequest) -> set[str] | None:
    """Return the stamps that the window knows: the one it was opened with, and its own."""
    if "stamp" not in request.POST:
        return None
    own = request.POST.get("writer", "")[:LONGEST_STAMP]
    return {request.POST["stamp"], own} if own else {request.POST["stamp"]}


def _show(
    request: HttpRequest,
    pathway: Pathway,
    contents: Contents,
    token: str,
    form: StepForm,
    changed: bool = False,
) -> HttpResponse:
    me = about_me(pathway, contents)
    context = {
        "token": token,
        "stamp": contents.stamp(form.step.slug),
        "elsewhere": elsewhere(form.step, contents, me) if changed else [],
        "changed": changed,
        "pathway": pathway,
        "form": form,
        "heading": in_words(form.step.heading, me),
        "title": in_words(
            form.step.questions[0].label if has_own_heading(form.step) else form.step.heading, me
        ),
        "own_heading": has_own_heading(form.step),
        "why": in_words(form.step.why, me),
        "where": where(pathway, contents, form.step, token, _from_check(request)),
    }
    return render(request, "referrals/step.html", context)


def _filled_form(pathway: Pathway, contents: Contents, step: Step) -> StepForm:
    if step.slug in contents.unsent:
        unsent = as_post(contents.unsent[step.slug])
        return _form(pathway, contents, step, UnsentForm, data=unsent)
    if step.slug in contents.typed:
        return _form(pathway, contents, step, data=as_post(contents.typed[step.slug]))
    return _form(pathway, contents, step, initial=contents.steps.get(step.slug))


def _form(
    pathway: Pathway,
    contents: Contents,
    step: Step,
    kind: type[StepForm] = StepForm,
    **filled: Any,
) -> StepForm:
    near = str(shown_answers(pathway, contents.steps).get("postcode") or "")
    return kind(step, about_me(pathway, contents), near=near, **filled)


def _step(pathway: Pathway, slug: str) -> Step:
    step = pathway.step(slug)
    if step is None:
        raise Http404
    return step


def _from_check(request: HttpRequest) -> bool:
    return request.GET.get("from") == "check"


def _with_origin(request: HttpRequest, name: str, token: str, step: Step) -> str:
    url = reverse(name, kwargs={"token": token, "step": step.slug})
    return f"{url}?from=check" if _from_check(request) else url
