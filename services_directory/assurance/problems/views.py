"""The public form "Report a problem". Only this page sets the form's cookie."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from portal.throttle import throttled
from search.documents import crisis_level
from services_directory.assurance.conditions import entries
from services_directory.assurance.problems.forms import ProblemForm
from services_directory.assurance.problems.services import HOURS, report
from services_directory.models import Service

FORM = "services_directory/assurance/problem_form.html"
SENT = "services_directory/assurance/problem_sent.html"
_KEPT = ("reason", "words", "from_the_service", "reply_to")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@throttled("problem-report", 20, 3600)
def problem_report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask what is wrong with an entry, keep it, and say what happens next."""
    service = _service(pk)
    form = ProblemForm(request.POST) if request.method == "POST" else ProblemForm()
    if request.method == "POST" and form.is_valid():
        return _keep(request, service, form)
    context = {"form": form, "service": service, "hours": HOURS}
    return render(request, FORM, context, status=400 if form.is_bound else 200)


@require_safe
def problem_sent(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what happens next; the address of this page says nothing about who sent what."""
    return render(request, SENT, {"service": _service(pk), "hours": HOURS})


def _keep(request: HttpRequest, service: Service, form: ProblemForm) -> HttpResponse:
    if not form.is_trapped:
        report(service, **{name: form.cleaned_data[name] for name in _KEPT})
    # In the answer to the post, and nowhere else: a redirect would put it into an address.
    if level := crisis_level(form.cleaned_data["words"]):
        context = {"service": service, "hours": HOURS, "level": level}
        return render(request, SENT, context)
    return redirect("problem_sent", pk=service.pk)


def _service(pk: UUID) -> Service:
    """Return the entry, hidden or not: who finds a hidden one may know what is wrong with it."""
    service = entries().select_related("organization").filter(pk=pk).first()
    if service is None:
        raise Http404("There is no public service with this key.")
    return service
