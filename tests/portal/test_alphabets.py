"""Forms come in UTF-8. What names another alphabet is refused before anybody reads it."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
FORMS = ["/refer/bereavement-support/begin/", "/accounts/login/"]
NO_ALPHABETS = ["zlib", "base64", "rot13", "undefined", "punycode", "idna"]
OTHERS = ["unicode_escape", "raw_unicode_escape", "utf-16", "utf-7", "latin-1", '"']
BODY = b'--b\r\nContent-Disposition: form-data; name="now"\r\n\r\n%b\r\n--b--\r\n'


def post(address, charset, words=rb"\ud800"):
    kind = "multipart/form-data; boundary=b" + (f"; charset={charset}" if charset else "")
    client = Client(raise_request_exception=False)
    return client.generic("POST", address, BODY % words, kind)


@pytest.mark.parametrize("charset", NO_ALPHABETS + OTHERS)
@pytest.mark.parametrize("address", FORMS)
def test_another_alphabet_is_refused_with_a_page(address, charset):
    answer = post(address, charset)
    # Python does not know the name of some: the words are then read as UTF-8.
    known = charset != '"'
    assert answer.status_code == 400 if known else answer.status_code < 500
    assert b"<h1" in answer.content


@pytest.mark.parametrize("charset", ["", "utf-8", "UTF-8", "utf8", '"utf-8"'])
def test_utf_8_by_any_of_its_names_is_read(charset):
    assert post(FORMS[0], charset, b"today").url.endswith("/begin/today/")
