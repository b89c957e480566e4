"""Filling in: one step a page, saved at each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from referrals.journey.drafts import (
    KEPT_FOR,
    AlreadySent,
    Contents,
    contents_of,
    keep_typed,
    pathway_of,
    save_answers,
)
from referrals.journey.forms import StepForm, as_post, has_own_heading, typed_in
from referrals.journey.presenters import about_me, help_kind, next_url, where
from referrals.journey.private import with_draft
from referrals.models import Draft
from referrals.pathways.answers import in_words, shown_answers, shown_step
from referrals.pathways.declare import Pathway, Step


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


@require_safe
@with_draft
def referral_saved(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """The link to come back by, and until when it works."""
    resume = reverse("referral_resume", kwargs={"token": token})
    context = {
        "draft": draft,
        "resume_url": resume,
        "link": request.build_absolute_uri(resume),
        "days": KEPT_FOR.days,
    }
    return render(request, "referrals/saved.html", context)


def _save(request: HttpRequest, draft: Draft, token: str, step: Step) -> HttpResponse:
    pathway, contents = pathway_of(draft), contents_of(draft)
    form = _form(pathway, contents, step, data=request.POST)
    leaving = "save" in request.POST
    try:
        if form.is_valid():
            contents = save_answers(draft, step.slug, form.answers())
        else:
            keep_typed(draft, step.slug, typed_in(step, request.POST))
    except AlreadySent:
        return redirect("referral_done", token=token)
    if leaving:
        return redirect("referral_saved", token=token)
    if not form.is_valid():
        return _show(request, pathway, contents, token, form)
    if help_kind(step, form.answers()):
        return redirect(_with_origin(request, "referral_help", token, step))
    return redirect(next_url(pathway, contents, token, step, _from_check(request)))


def _show(
    request: HttpRequest, pathway: Pathway, contents: Contents, token: str, form: StepForm
) -> HttpResponse:
    me = about_me(pathway, contents)
    context = {
        "pathway": pathway,
        "form": form,
        "heading": in_words(form.step.heading, me),
        "title": in_words(
            form.step.questions[0].label if has_own_heading(form.step) else form.step.heading, me
        ),
        "own_heading": has_own_heading(form.step),
        "why": in_words(form.step.why, me),
        "where": where(pathway, contents, form.step, token),
    }
    return render(request, "referrals/step.html", context)


def _filled_form(pathway: Pathway, contents: Contents, step: Step) -> StepForm:
    if step.slug in contents.typed:
        return _form(pathway, contents, step, data=as_post(contents.typed[step.slug]))
    return _form(pathway, contents, step, initial=contents.steps.get(step.slug))


def _form(pathway: Pathway, contents: Contents, step: Step, **filled: Any) -> StepForm:
    near = str(shown_answers(pathway, contents.steps).get("postcode") or "")
    return StepForm(step, about_me(pathway, contents), near=near, **filled)


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
