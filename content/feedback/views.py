"""The form behind "Was this page useful?".

Readers come by plain links, so content pages need no form and set no cookie; only this page has
the form and its CSRF cookie. No exemption from Django's protection, no check of our own.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from content.feedback.forms import PageFeedbackForm
from content.feedback.services import TooMuchFeedback, give_feedback
from portal.errors import too_many_requests


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page_feedback(request: HttpRequest) -> HttpResponse:
    """Ask, keep the answer, and say thank you."""
    page = _page(request.GET.get("page", ""))
    if request.method == "POST":
        form = PageFeedbackForm(request.POST)
        if form.is_valid():
            return _keep(request, page, form)
    else:
        form = PageFeedbackForm(initial={"useful": request.GET.get("useful")})
    status = 400 if form.is_bound else 200
    return render(request, "content/feedback.html", {"form": form, "page": page}, status=status)


@require_http_methods(["GET", "HEAD"])
def feedback_thanks(request: HttpRequest) -> HttpResponse:
    page = _page(request.GET.get("page", ""))
    return render(request, "content/feedback_thanks.html", {"page": page})


def _keep(request: HttpRequest, page: Page, form: PageFeedbackForm) -> HttpResponse:
    try:
        give_feedback(page, form.cleaned_data["useful"] == "yes", form.cleaned_data["words"])
    except TooMuchFeedback:
        return too_many_requests(request)
    return redirect(f"{reverse('page_feedback_thanks')}?page={page.pk}")


def _page(number: str) -> Page:
    """Return the public page; 404 for anything else that was put into the address."""
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise Http404("There is no such page.")
    page = Page.objects.live().public().filter(pk=int(number), depth__gt=1).first()
    if page is None:
        raise Http404("There is no such page.")
    return page
