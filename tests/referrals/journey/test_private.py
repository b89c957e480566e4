import pytest
from django.http import HttpResponse
from django.urls import resolve
from django.views.debug import SafeExceptionReporterFilter

from referrals.journey.private import private

PAGES = ["", "copy/", "check/", "send/", "sent/", "step/name/", "step/name/help/"]


@private
def page(request):
    return HttpResponse("Something private")


def test_a_private_page_is_not_cached_indexed_or_named(rf):
    answer = page(rf.get("/"))
    for word in ("no-store", "no-cache", "private", "max-age=0"):
        assert word in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "strict-origin"


def test_an_error_report_quotes_nothing_that_was_posted(rf, settings):
    settings.DEBUG = False
    request = rf.post("/", {"name": "Quenelda Zygmunt"})
    page(request)
    shown = SafeExceptionReporterFilter().get_post_parameters(request)
    assert list(shown) == ["name"]
    assert "Zygmunt" not in str(shown)


@pytest.mark.parametrize("end", PAGES)
def test_every_page_of_a_draft_hides_what_is_posted(rf, settings, end, db):
    settings.DEBUG = False
    address = f"/refer/form/no-such-token/{end}"
    view, args, kwargs = resolve(address)
    for method in ("get", "post"):
        request = getattr(rf, method)(address, {"name": "Quenelda Zygmunt"})
        answer = view(request, *args, **kwargs)
        if answer.status_code == 405:
            continue
        assert request.sensitive_post_parameters == "__ALL__"


@pytest.mark.django_db
@pytest.mark.parametrize("end", PAGES)
def test_the_page_for_a_wrong_link_is_private_as_well(client, end):
    answer = client.get(f"/refer/form/no-such-token/{end}")
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["", "copy/", "check/", "sent/", "step/name/help/"])
def test_a_page_that_is_only_read_cannot_be_posted_to(client, begin, end):
    assert client.post(f"/refer/form/{begin()}/{end}").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, begin, method):
    address = f"/refer/form/{begin()}/step/who-it-is-for/"
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.django_db
def test_the_gate_is_not_indexed_and_the_start_is(client):
    assert client.get("/refer/bereavement-support/begin/")["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/refer/bereavement-support/")
