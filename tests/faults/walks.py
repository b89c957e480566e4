"""People who fill in the whole form over the wire, page by page, while everything fails."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from referrals.intake import split
from referrals.journey.forms import StepForm
from referrals.pathways import newest_pathways
from referrals.pathways.answers import about_oneself, open_steps, shown_answers
from referrals.pathways.declare import Pathway
from tests.faults.drafts import Expected
from tests.referrals.conftest import as_data, typed_step

Post = tuple[str, dict[str, Any]]


@dataclass
class Walk:
    """`posts`: (step, what is typed), in the order in which the form asks."""

    slug: str
    posts: list[Post]
    answers: dict[str, Any]


def setting_out(number: int) -> Expected:
    """Return a submission that has no draft yet: it comes with the first page."""
    pathways = [each for each in newest_pathways().values() if each.doors]
    walk = _walk(pathways[number % len(pathways)])
    answers, secrets = split(newest_pathways()[walk.slug], walk.answers)
    return Expected("", answers, secrets, set(), walk=walk)


@cache
def _walk(pathway: Pathway) -> Walk:
    steps: dict[str, dict[str, Any]] = {}
    posts: list[Post] = []
    while still := open_steps(pathway, steps):
        step, data = still[0], typed_step(still[0])
        form = StepForm(
            step, about_oneself(pathway, shown_answers(pathway, steps)), data=as_data(data)
        )
        if not form.is_valid():
            raise ValueError(f"{step.slug}: {form.errors}")
        steps[step.slug] = form.answers()
        posts.append((step.slug, data))
    return Walk(pathway.slug, posts, shown_answers(pathway, steps))
