"""What people and the worker do with an import. Its state follows from its times."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.forms import ModelForm
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from portal.people.models import User
from services_directory.choices import PUBLIC_STATUSES
from services_directory.imports.applying import NotReady, apply
from services_directory.imports.comparison import Say, compare, silent
from services_directory.imports.records import FeedProblem
from services_directory.imports.staging import read_feed
from services_directory.models import Feed, ImportRow, ImportRun, Service

logger = logging.getLogger(__name__)

ASKED, DISCARDED, STARTED = "import.apply", "import.discard", "import.start"
KEPT = timedelta(days=30)
FEW_GONE, SHARE_GONE = 5, 0.2
TURN = timedelta(seconds=20)  # how long the worker reads before other jobs get their turn
FORGOTTEN = "This import is too old: its records have been deleted. Import the feed again."
OVERTAKEN = "A newer import of this feed has been applied. Discard this one."
OUR_FAULT = "Something went wrong here, not with the feed. It is in the log of the site."


class State(StrEnum):
    READING = "Being read"
    COMPARING = "Being compared"
    READY = "Ready to apply"
    APPLYING = "Being applied"
    APPLIED = "Applied"
    STOPPED = "Stopped"
    DISCARDED = "Discarded"


class NotSure(Exception):
    """Much would go. The person has to say that this is right."""


def state_of(run: ImportRun) -> State:
    if run.applied_at:
        return State.APPLIED
    if run.stopped_at:
        return State.STOPPED if run.problem else State.DISCARDED
    if run.apply_asked_at:
        return State.APPLYING
    if run.compared_at:
        return State.READY
    return State.COMPARING if run.read_at else State.READING


@transaction.atomic
def save_feed(form: ModelForm, user: User, *, new: bool) -> Feed:
    """Save a feed that staff have entered, with a line in the log."""
    feed: Feed = form.save()
    log(instance=feed, action="wagtail.create" if new else "wagtail.edit", user=user)
    return feed


@transaction.atomic
def start(feed: Feed, user: User | None, file: UploadedFile | None = None) -> ImportRun:
    """Begin to read the feed from its address, or from a file; the worker does the reading."""
    run = ImportRun(feed=feed, started_by=user, created_at=timezone.now())
    run.source = (file.name or "file")[:400] if file else feed.url
    if file:
        run.file = file  # type: ignore[assignment]
    run.save()
    log(instance=run, action=STARTED, user=user)
    return run


@transaction.atomic
def ask_to_apply(run: ImportRun, user: User | None, *, sure: bool) -> None:
    """Have the worker apply the run. Raises NotReady, and NotSure when much would go."""
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("feed").get(pk=run.pk)
    if state_of(run) != State.READY:
        raise NotReady(f"This import is not ready to apply. It is: {state_of(run).lower()}.")
    newer = ImportRun.objects.filter(feed=run.feed, created_at__gt=run.created_at)
    if newer.filter(applied_at__isnull=False).exists():
        raise NotReady(OVERTAKEN)
    if not sure and (reason := doubt(run)):
        raise NotSure(reason)
    ImportRun.objects.filter(pk=run.pk).update(apply_asked_at=timezone.now())
    log(instance=run, action=ASKED, user=user)


@transaction.atomic
def discard(run: ImportRun, user: User | None) -> None:
    """Leave the directory as it is. Raises NotReady when it is applied or being applied."""
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("feed").get(pk=run.pk)
    if state_of(run) in (State.APPLIED, State.APPLYING):
        raise NotReady("This import has been applied.")
    run.stopped_at, run.problem = timezone.now(), ""
    run.save(update_fields=["stopped_at", "problem"])
    log(instance=run, action=DISCARDED, user=user)


@transaction.atomic
def go_on(run: ImportRun) -> None:
    """Go on after a stop where it stopped; compare anew what was compared. Raises NotReady."""
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("feed").get(pk=run.pk)
    if state_of(run) not in (State.STOPPED, State.READY):
        raise NotReady(f"This import cannot go on. It is: {state_of(run).lower()}.")
    if run.stopped_at and run.created_at < timezone.now() - KEPT:
        raise NotReady(FORGOTTEN)
    run.stopped_at, run.problem = None, ""
    run.compared_at = run.apply_asked_at = None
    run.save(update_fields=["stopped_at", "problem", "compared_at", "apply_asked_at"])


def doubt(run: ImportRun) -> str:
    """Say why it may be wrong to take down what is gone; nothing when there is no doubt."""
    gone = run.counts.get("service", {}).get("gone", 0)
    if not gone:
        return ""
    had = Service.objects.filter(feed=run.feed, status__in=PUBLIC_STATUSES).count()
    met = sum(run.counts.get("service", {}).values()) - gone
    if run.total is not None and met < run.total:
        return f"The feed says that it has {run.total} services, and gave {met}."
    if gone > FEW_GONE and gone > had * SHARE_GONE:
        return f"{gone} of the {had} services of this feed would stop being shown."
    return ""


def work_on(run: ImportRun, say: Say = silent, keep_on: Callable[[], bool] = lambda: True) -> None:
    """Take the run as far as it goes without a person. A fault of ours stops it, in words."""
    try:
        _steps(run, say, keep_on)
    except (FeedProblem, NotReady) as problem:
        _stop(run, str(problem))
    except Exception:
        logger.exception("The import %s failed.", run.pk)
        _stop(run, OUR_FAULT)


def _steps(run: ImportRun, say: Say, keep_on: Callable[[], bool]) -> None:
    if state_of(run) == State.READING:
        read_feed(run, say, keep_on=keep_on)
    if state_of(run) == State.COMPARING and keep_on():
        compare(run, say)
    if state_of(run) == State.APPLYING:
        apply(run, say, asker(run))


def _stop(run: ImportRun, problem: str) -> None:
    ImportRun.objects.filter(pk=run.pk).update(
        stopped_at=timezone.now(), problem=problem, apply_asked_at=None
    )


def asker(run: ImportRun) -> User | None:
    """Return who last asked to apply the run."""
    asked = ModelLogEntry.objects.for_instance(run).filter(action=ASKED).select_related("user")
    entry = asked.first()
    return entry.user if entry else run.started_by


def work_on_all() -> int:
    """Take every run that waits for the worker a step on; return how many there were."""
    waiting = ImportRun.objects.filter(applied_at=None, stopped_at=None).exclude(
        compared_at__isnull=False, apply_asked_at=None
    )
    runs = list(waiting.select_related("feed").order_by("created_at"))
    keep_on = _turn()
    for run in runs:
        work_on(run, keep_on=keep_on)
    return len(runs)


def _turn() -> Callable[[], bool]:
    """Return what says whether a turn still lasts.

    It begins when first asked, after the first batch: opening a large file may take longer.
    """
    ends: list[datetime] = []

    def lasts() -> bool:
        if not ends:
            ends.append(timezone.now() + TURN)
        return timezone.now() < ends[0]

    return lasts


def forget_old() -> int:
    """Delete the records and files of imports done with long ago; that they were is kept."""
    before = timezone.now() - KEPT
    old = ImportRun.objects.filter(created_at__lt=before).exclude(applied_at=None, stopped_at=None)
    forgotten, _ = ImportRow.objects.filter(run__in=old).delete()
    for run in old.exclude(file=""):
        run.file.delete()
    return forgotten
