"""Read rendered HTML in tests."""

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.template import engines
from django.test import RequestFactory


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def render(source: str, **context: object) -> BeautifulSoup:
    """Render template source as any view would, and read it."""
    request = context.pop("request", None) or RequestFactory().get("/here/?q=care&page=2")
    return BeautifulSoup(
        engines["django"].from_string(source).render(context, request), "html.parser"
    )
