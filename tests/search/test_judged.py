"""Searches that people make, over the demo partnership, and what each must find.

judged.csv holds query, the title that it must find, its grade (3 the answer, 2 good, 1 fair) and
the lowest place that is still right. What is not listed counts as grade 0.
"""

import csv
import math
import sys
from pathlib import Path

import pytest
from django.db import transaction
from django.test.utils import override_settings
from pytest_django import DjangoDbBlocker

from portal.discovery import modules_named
from search import journal
from search.queries import find

pytestmark = pytest.mark.django_db

LEAST_NDCG = 0.90
LEAST_RECALL = 0.97
PLACES = 10
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
def answers(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[str]]:
    """The first ten titles for each judged query, over the demo data."""
    folder = tmp_path_factory.mktemp("judged") / "index"
    with (
        django_db_blocker.unblock(),
        override_settings(SEARCH_INDEX_DIR=folder),
        transaction.atomic(),
    ):
        for module in sorted(modules_named("demo"), key=lambda module: module.ORDER):
            if module.__name__ not in UNNEEDED:
                module.load(lambda line: None)
        journal.rebuild(lambda line: None)
        found = {query: [hit.title for hit in find(query).hits[:PLACES]] for query in JUDGED}
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("query", JUDGED)
def test_the_search_finds_what_it_must(query: str, answers: dict[str, list[str]]) -> None:
    found = answers[query]
    low = {t: within for t, (_, within) in JUDGED[query].items() if t not in found[:within]}
    assert not low, f"not within the first {low}; found {found}"


def test_the_whole_set_is_ranked_well(
    answers: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    grades = {query: {t: grade for t, (grade, _) in row.items()} for query, row in JUDGED.items()}
    scores = [ndcg(answers[query], grades[query]) for query in JUDGED]
    hits = [title in answers[query] for query, row in JUDGED.items() for title in row]
    mean, recall = sum(scores) / len(scores), sum(hits) / len(hits)
    with capsys.disabled():
        said = f"\n{len(JUDGED)} judged searches: nDCG@10 {mean:.3f}, recall@10 {recall:.3f}\n"
        sys.stdout.write(said)
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
