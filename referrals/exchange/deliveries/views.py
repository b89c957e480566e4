"""The page of deliveries, and what can be done about one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals import audit
from referrals.exchange.deliveries import presenters, queries, services
from referrals.exchange.outbound.configuration import Misconfigured
from referrals.exchange.outbound.destinations import configured
from referrals.models import OutboxMessage
from referrals.triage.access import actor, needs

PER_PAGE = 50
SEE, REPLAY = "referrals.view_outboxmessage", "referrals.change_outboxmessage"


@needs(SEE)
@require_safe
@transaction.atomic
def deliveries(request: HttpRequest) -> HttpResponse:
    """The messages of one view: references, states and codes alone."""
    name = request.GET.get("view", queries.STUCK)
    if name not in queries.VIEWS:
        raise Http404
    page = Paginator(queries.in_view(name), PER_PAGE).get_page(request.GET.get("page"))
    names, fault = _destinations()
    now = timezone.now()
    lines = [presenters.line(message, names, now) for message in page.object_list]
    audit.record("deliveries listed", None, actor(request), view=name, count=len(lines))
    numbers = queries.counts()
    context = {
        "view": name,
        "heading": queries.VIEWS[name],
        "views": [(key, label, numbers[key]) for key, label in queries.VIEWS.items()],
        "lines": lines,
        "page_obj": page,
        "none_configured": not names and not fault,
        "fault": fault,
        "oldest": queries.oldest_open(),
    }
    return render(request, "referrals/exchange/deliveries.html", context)


@needs(REPLAY)
def delivery_replay(request: HttpRequest, key: UUID) -> HttpResponse:
    """Try one message again."""
    return _act(request, key, services.replay, "It is sent again within a minute")


@needs(REPLAY)
def delivery_close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that the receiver was told another way."""
    return _act(request, key, services.close, "Noted: told another way")


@needs(REPLAY)
def delivery_replay_all(request: HttpRequest) -> HttpResponse:
    """Try all again, after a fault on the way was mended."""
    if request.method == "POST":
        count = services.replay_all(actor(request))
        messages.success(request, f"Sent again within a minute: {count}")
    return redirect("deliveries")


def _act(
    request: HttpRequest, key: UUID, act: Callable[[UUID, Any], OutboxMessage], done: str
) -> HttpResponse:
    if request.method == "POST":
        try:
            message = act(key, actor(request))
            messages.success(request, f"{message.referral}: {done}")
        except OutboxMessage.DoesNotExist:
            raise Http404 from None
        except services.NotStuck:
            messages.info(request, "Somebody saw to it already. Nothing was changed.")
    return redirect("deliveries")


def _destinations() -> tuple[list[str], str]:
    """Return the names configured, and what is wrong with the settings, if anything is."""
    try:
        return list(configured()), ""
    except Misconfigured as error:
        return [], str(error)
