"""After a mistake: the page has an address of its own, so that going back never asks to send again.

What was typed goes along in the address. It is sealed: no log and no history can read it, and
nothing needs to be kept.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

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
    sealed = seal({_NAME: dict(said)})
    if len(sealed) > LONGEST:
        sealed = seal({_NAME: {}})
    return redirect(f"{url}{'&' if '?' in url else '?'}{urlencode({_NAME: sealed})}")


def said_before(request: HttpRequest) -> Said | None:
    """Return what ask_again took along to this page; None if it was opened in another way."""
    sealed = request.GET.get(_NAME, "")
    try:
        # The name tells it from all else that is sealed with these keys.
        said: Said | None = unseal(sealed).get(_NAME) if sealed.isascii() else None
    except CannotUnseal:
        return None
    return said


def form_data(request: HttpRequest) -> QueryDict | None:
    """Return what a form of this page judges: the post, or what was wrong a moment ago."""
    if request.method == "POST":
        return request.POST
    said = said_before(request)
    return None if said is None else as_post(said)


def typed_into(form: forms.Form, request: HttpRequest) -> Said:
    """Return what was typed into the form's fields, and nothing else of the post."""
    return {name: request.POST.getlist(name) for name in form.fields}
