"""After a mistake: the page has an address of its own, so that going back never asks to send again.

What was typed goes along in the address. It is sealed: no log and no history can read it, and
nothing needs to be kept.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from referrals.cipher import CannotUnseal, seal, unseal
from referrals.journey.forms import as_post

# Servers and proxies take addresses of about 8,000 signs.
LONGEST = 4000
_NAME = "again"

Said = Mapping[str, list[Any]]


def ask_again(url: str, said: Said) -> HttpResponse:
    """Lead to the page at `url`, which finds `said` by said_before; nothing, if it is too long."""
    page = urlsplit(url).path
    sealed = seal({_NAME: dict(said), "page": page})
    if len(sealed) > LONGEST:
        sealed = seal({_NAME: {}, "page": page})
    return redirect(f"{url}{'&' if '?' in url else '?'}{urlencode({_NAME: sealed})}")


def said_before(request: HttpRequest) -> Said | None:
    """Return what ask_again took along to this page; None if it was opened in another way.

    What was said on another page, or in another form, is not read here.
    """
    sealed = request.GET.get(_NAME, "")
    try:
        held = unseal(sealed) if sealed.isascii() else {}
    except CannotUnseal:
        return None
    # The names tell it from all else that is sealed with these keys.
    return held.get(_NAME) if held.get("page") == request.path else None


def form_data(request: HttpRequest) -> QueryDict | None:
    """Return what a form of this page judges: the post, or what was wrong a moment ago."""
    if request.method == "POST":
        return request.POST
    said = said_before(request)
    return None if said is None else as_post(said)


def typed_into(form: forms.Form, request: HttpRequest) -> Said:
    """Return what was typed into the form's fields, and nothing else of the post."""
    return {name: request.POST.getlist(name) for name in form.fields}
