"""The page on which files are added: by a client without JavaScript."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from referrals.attachments import receiving
from referrals.attachments.limits import LARGEST_FILE, MOST_FILES
from referrals.journey.drafts import find
from referrals.models import Attachment
from tests.referrals.attachments.build import PDF, picture
from tests.referrals.conftest import SLUGS, fill_in

pytestmark = pytest.mark.django_db


def file(name="letter.pdf", content=PDF, kind="application/pdf"):
    return SimpleUploadedFile(name, content, kind)


def url(token):
    return f"/refer/form/{token}/files/"


def errors(page):
    return [link.text for link in page.context["form"].error_list]


def test_the_page_says_what_can_be_added_and_that_nothing_must(client, begin):
    html = client.get(url(begin())).content.decode()
    for words in ("Add letters or photos (optional)", "smaller than 7 MB", "Up to 8 files",
                  "Rather talk?", 'enctype="multipart/form-data"', "multiple"):  # fmt: skip
        assert words in html


def test_several_files_are_added_at_once_and_listed(client, begin):
    token = begin()
    page = client.post(url(token), {"files": [file(), file("b.jpg", picture())]}, follow=True)
    html = page.content.decode()
    assert page.redirect_chain == [(f"{url(token)}?added=2", 302)]
    assert "Added and saved" in html
    assert "letter.pdf" in html
    assert "b.jpg" in html


def test_one_is_taken_away_again(client, begin):
    token = begin()
    client.post(url(token), {"files": [file()]})
    key = Attachment.objects.get().key
    assert client.get(f"{url(token)}{key}/remove/").url == url(token)
    assert Attachment.objects.count() == 1
    assert client.post(f"{url(token)}{key}/remove/").url == url(token)
    assert Attachment.objects.count() == 0


def test_pressing_add_without_a_file_says_so(client, begin):
    page = client.post(url(begin()), {}, follow=True)
    assert errors(page) == ["Choose a file, or go on without one"]
    assert "<title>Error: " in page.content.decode()


def test_what_is_wrong_is_said_by_name_and_the_rest_is_added(client, begin):
    token = begin()
    page = client.post(
        url(token), {"files": [file(), file("plan.docx", b"PK\x03\x04")]}, follow=True
    )
    assert errors(page)[0].startswith("“plan.docx” must be a PDF or a photo")
    assert find(token).attachments.count() == 1
    assert "letter.pdf" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"", "is empty"),
        ("a.pdf", b"%PDF-" + b"x" * LARGEST_FILE, "must be smaller than 7 MB"),
        ("x" * 300 + ".pdf", b"no", "xxx…"),
        ("<b>.pdf", b"no", "must be a PDF"),
        ("a.jpg", b"\xff\xd8\xff", "cannot be opened"),
    ],
    ids=["empty", "large", "long", "html", "broken"],
)
def test_each_refusal_is_one_clear_sentence(client, begin, name, content, said):
    page = client.post(url(begin()), {"files": [file(name, content)]}, follow=True)
    assert said in errors(page)[0]
    assert "<b>.pdf" not in page.content.decode()


def test_when_the_scanner_is_silent_answers_are_safe_and_it_is_said(client, begin, settings):
    settings.CLAMAV_ADDRESS = "127.0.0.1:1"
    token = begin()
    page = client.post(url(token), {"files": [file()]}, follow=True)
    assert "cannot be checked for viruses right now" in errors(page)[0]
    assert "Your answers are safe" in errors(page)[0]
    assert client.get(f"/refer/form/{token}/", follow=True).status_code == 200


def test_too_many_at_once_are_refused_by_name(client, begin):
    files = [file(f"{n}.pdf", PDF + b"%" * n) for n in range(MOST_FILES + 3)]
    page = client.post(url(begin()), {"files": files}, follow=True)
    assert len(errors(page)) == 3
    assert Attachment.objects.count() == MOST_FILES


def test_it_needs_the_pages_token(begin):
    strict = Client(enforce_csrf_checks=True)
    token = begin()
    assert strict.post(url(token), {"files": [file()]}).status_code == 403
    page = strict.get(url(token))
    secret = page.content.decode().split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = strict.post(url(token), {"files": [file()], "csrfmiddlewaretoken": secret})
    assert sent.status_code == 302


def test_nothing_is_read_for_a_link_that_is_not_known(client, db, monkeypatch):
    monkeypatch.setattr(receiving.InMemoryOnly, "new_file", lambda *a, **k: pytest.fail("read"))
    assert client.post(url("no-such-token"), {"files": [file()]}).status_code == 404


def test_a_large_file_never_touches_a_disk(client, begin, monkeypatch, settings):
    settings.FILE_UPLOAD_TEMP_DIR = "/no/such/folder"
    page = client.post(url(begin()), {"files": [file(content=PDF + b"x" * 4_000_000)]})
    assert page.status_code == 302


def test_of_one_that_is_too_large_little_more_than_the_limit_is_kept():
    handler = receiving.InMemoryOnly()
    handler.new_file("files", "a.pdf", "application/pdf", None, None, {})
    for start in range(0, 3 * LARGEST_FILE, 1_000_000):
        handler.receive_data_chunk(b"x" * 1_000_000, start)
    assert handler.file_complete(3 * LARGEST_FILE).size == LARGEST_FILE + 1


def test_more_than_any_form_needs_gets_the_page_for_that(client, begin):
    answer = client.post(url(begin()), b"x", content_type="text/plain", CONTENT_LENGTH="50000000")
    assert answer.status_code == 413


def test_only_this_page_takes_more_than_a_form_of_words(client, begin):
    where = f"/refer/form/{begin()}/check/"
    answer = client.post(where, b"x", content_type="text/plain", CONTENT_LENGTH="2000000")
    assert answer.status_code == 413


def test_after_sending_it_leads_to_the_confirmation(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    client.post(url(token), {"files": [file()]})
    sent = client.post(f"/refer/form/{token}/send/", follow=True)
    assert "with 1 file" in sent.content.decode()
    assert client.get(url(token)).url == f"/refer/form/{token}/sent/"
    assert client.post(url(token), {"files": [file()]}).url == f"/refer/form/{token}/sent/"


def test_the_check_page_lists_them_and_says_that_they_go_along(client, begin):
    token = begin()
    check = fill_in(client, token, SLUGS[0])
    assert "None are added" in client.get(check).content.decode()
    client.post(url(token), {"files": [file()]})
    html = client.get(check).content.decode()
    assert "letter.pdf" in html
    assert "your answers and 1 file go to" in html


def test_a_pathway_can_do_without(client, begin, monkeypatch):
    from dataclasses import replace

    from referrals.attachments.views import adding
    from tests.referrals.conftest import pathway

    token = begin()
    monkeypatch.setattr(adding, "pathway_of", lambda draft: replace(pathway(), attachments=False))
    assert client.get(url(token)).url == f"/refer/form/{token}/check/"


@pytest.mark.parametrize("added", ["x", "0", "-1", "99999999999999999999", "%F0%9F%98%80"])
def test_a_made_up_count_says_nothing(client, begin, added):
    page = client.get(f"{url(begin())}?added={added}")
    assert "Added and saved" not in page.content.decode()
