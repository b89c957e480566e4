"""The search page. It keeps nothing: no cookie, no log of what was typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search import asked, presenters
from search.queries import find, helplines

PER_PAGE = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = asked.read(request.GET)
    if not query.anything:
        return render(request, "search/start.html", {"asked": query})
    results = find(
        query.text,
        facets=query.facets,
        page=query.page,
        per_page=PER_PAGE,
        correct=query.correct,
    )
    context = presenters.context(query, results, PER_PAGE)
    if not results.total:
        context["helplines"] = helplines()
    return render(request, "search/results.html", context)
