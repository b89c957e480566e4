"""Which pathways there are, which version is newest, and what seals a version."""

from dataclasses import replace

import pytest

from referrals import pathways
from referrals.pathways import PATHWAYS, digest, newest_pathways, pathway_at, stored_digests
from tests.referrals.conftest import SLUGS, pathway

PUBLIC = pathway()


@pytest.fixture
def declared(monkeypatch):
    """Declare other pathways for one test, and forget them after it."""

    def declare(*every):
        monkeypatch.setattr(pathways, "PATHWAYS", every)
        for cached in (newest_pathways, pathway_at):
            cached.cache_clear()

    yield declare
    for cached in (newest_pathways, pathway_at):
        cached.cache_clear()


@pytest.mark.parametrize("each", PATHWAYS, ids=lambda each: f"{each.slug}/{each.version}")
def test_each_is_found_by_slug_and_version(each):
    assert pathway_at(each.slug, each.version) is each


@pytest.mark.parametrize(("slug", "version"), [("no-such", 1), (SLUGS[0], 0), (SLUGS[0], 99)])
def test_what_was_never_published_says_which(slug, version):
    with pytest.raises(LookupError, match=f"{slug} version {version}"):
        pathway_at(slug, version)


@pytest.mark.parametrize("order", [(1, 2, 10), (10, 2, 1), (2, 10, 1)])
def test_the_highest_version_is_the_newest_in_whatever_order_declared(declared, order):
    declared(*[replace(PUBLIC, version=version) for version in order])
    assert newest_pathways()[PUBLIC.slug].version == 10
    assert pathway_at(PUBLIC.slug, 2).version == 2


CHANGES = {
    "title": {"title": "Another"},
    "promise": {"promise": 3},
    "order of steps": {"steps": tuple(reversed(PUBLIC.steps))},
    "a step less": {"steps": PUBLIC.steps[:-1]},
    "needs": {"needs": ()},
    "a milestone": {"what_next": PUBLIC.what_next[:-1]},
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_edit_changes_the_digest(change):
    assert digest(replace(PUBLIC, **CHANGES[change])) != digest(PUBLIC)


@pytest.mark.parametrize("part", ["flag", "help_now", "label", "code"])
def test_an_edit_deep_inside_an_option_changes_the_digest(part):
    step = PUBLIC.step("how-soon")
    question = step.questions[0]
    option = replace(question.options[0], **{part: part != "help_now" and "other"})
    other = replace(question, options=(option, *question.options[1:]))
    steps = tuple(
        replace(each, questions=(other,)) if each is step else each for each in PUBLIC.steps
    )
    assert digest(replace(PUBLIC, steps=steps)) != digest(PUBLIC)


def test_a_digest_is_the_same_at_every_reading():
    assert digest(replace(PUBLIC)) == digest(PUBLIC)
    assert len(digest(PUBLIC)) == 64


def test_without_a_file_nothing_is_sealed(monkeypatch, tmp_path):
    monkeypatch.setattr(pathways, "DIGESTS", tmp_path / "not there")
    assert stored_digests() == {}


def test_a_step_is_found_by_its_slug_or_not_at_all():
    assert PUBLIC.step("gp") is next(step for step in PUBLIC.steps if step.slug == "gp")
    assert PUBLIC.step("no-such") is None


def test_all_questions_of_all_steps_are_found_by_key():
    assert list(PUBLIC.questions()) == [q.key for step in PUBLIC.steps for q in step.questions]
