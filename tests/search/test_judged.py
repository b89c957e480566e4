"""Searches that people make, over the demo partnership, and what each must find.

judged.csv holds query, the title that it must find, its grade (3 the answer, 2 good, 1 fair) and
the lowest place that is still right. What is not listed counts as grade 0.
"""

import csv
import math
import os
import sys
from pathlib import Path

import pytest
from django.db import transaction
from django.test.utils import override_settings
from pytest_django import DjangoDbBlocker

from portal.discovery import modules_named
from search import journal
from search.engines import get_engine
from search.queries import find
from tests.search.engines.conftest import ADDRESS

pytestmark = pytest.mark.django_db

LEAST_NDCG = 0.90
LEAST_RECALL = 0.97
PLACES = 10
Titles = dict[str, list[str]]  # query -> titles, best first
OTHER_INDEX = f"front-door-judged-{os.getpid()}"
UNNEEDED = {"referrals.demo", "portal.people.demo"}


def judged() -> dict[str, dict[str, tuple[int, int]]]:
    """Return query -> title -> (grade, within)."""
    rows: dict[str, dict[str, tuple[int, int]]] = {}
    with (Path(__file__).parent / "judged.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = rows.setdefault(row["query"], {})
            found[row["finds"]] = (int(row["grade"]), int(row["within"]))
    return rows


JUDGED = judged()


def ndcg(titles: list[str], grades: dict[str, int]) -> float:
    """Return the normalised discounted cumulative gain of the first ten titles."""

    def gain(ranked: list[int]) -> float:
        return sum((2**grade - 1) / math.log2(at + 2) for at, grade in enumerate(ranked))

    seen = dict.fromkeys(titles)  # two entries of one title count once
    return gain([grades.get(title, 0) for title in seen]) / gain(sorted(grades.values())[::-1])


@pytest.fixture(scope="module")
def all_answers(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Titles]:
    """The first ten titles for each judged query, over the demo data, by engine."""
    folder = tmp_path_factory.mktemp("judged") / "index"
    with (
        django_db_blocker.unblock(),
        override_settings(SEARCH_INDEX_DIR=folder),
        transaction.atomic(),
    ):
        for module in sorted(modules_named("demo"), key=lambda module: module.ORDER):
            if module.__name__ not in UNNEEDED:
                module.load(lambda line: None)
        found = {"embedded": _ask()}
        if url := os.environ.get(ADDRESS):
            with override_settings(ELASTICSEARCH_URL=url, ELASTICSEARCH_INDEX=OTHER_INDEX):
                found["elasticsearch"] = _ask()
                client = get_engine().client
                for index in client.indices.get(index=f"{OTHER_INDEX}-*"):
                    client.indices.delete(index=index)
        transaction.set_rollback(True)
    return found


def _ask() -> Titles:
    journal.rebuild(lambda line: None)
    return {query: [hit.title for hit in find(query).hits[:PLACES]] for query in JUDGED}


@pytest.fixture(params=["embedded", "elasticsearch"])
def answers(request: pytest.FixtureRequest, all_answers: dict[str, Titles]) -> Titles:
    if request.param not in all_answers:
        pytest.skip(f"no Elasticsearch: set {ADDRESS} to the address of one")
    return all_answers[request.param]


@pytest.mark.parametrize("query", JUDGED)
def test_the_search_finds_what_it_must(query: str, all_answers: dict[str, Titles]) -> None:
    found = all_answers["embedded"][query]
    low = {t: within for t, (_, within) in JUDGED[query].items() if t not in found[:within]}
    assert not low, f"not within the first {low}; found {found}"


def test_the_whole_set_is_ranked_well(
    answers: Titles, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    grades = {query: {t: grade for t, (grade, _) in row.items()} for query, row in JUDGED.items()}
    scores = [ndcg(answers[query], grades[query]) for query in JUDGED]
    hits = [title in answers[query] for query, row in JUDGED.items() for title in row]
    mean, recall = sum(scores) / len(scores), sum(hits) / len(hits)
    with capsys.disabled():
        said = f"nDCG@10 {mean:.3f}, recall@10 {recall:.3f}"
        sys.stdout.write(f"\n{request.node.name}: {len(JUDGED)} searches, {said}\n")
    assert mean >= LEAST_NDCG
    assert recall >= LEAST_RECALL


def test_the_measure_knows_a_perfect_and_an_empty_answer() -> None:
    grades = {"a": 3, "b": 1}
    assert ndcg(["a", "b", "x"], grades) == 1.0
    assert ndcg(["x"], grades) == 0.0
    assert 0 < ndcg(["b", "a"], grades) < 1


def test_the_set_is_big_enough_and_its_grades_are_sound() -> None:
    assert len(JUDGED) >= 60
    for row in JUDGED.values():
        assert all(grade in {1, 2, 3} and 1 <= within <= PLACES for grade, within in row.values())
