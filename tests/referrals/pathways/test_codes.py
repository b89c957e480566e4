"""Answers that travel in code use codes that the standards have."""

from pathlib import Path

import pytest
import yaml

from referrals.pathways import PATHWAYS
from referrals.pathways.declare import Option
from referrals.pathways.steps.codes import ADJUSTMENT, LANGUAGE
from referrals.pathways.steps.languages import LANGUAGES
from tests.referrals.conftest import SLUGS, pathway

KNOWN = yaml.safe_load(Path(__file__).with_name("codes.yaml").read_text(encoding="utf-8"))


def coded(system: str = "") -> list[tuple[str, Option]]:
    """Return (code, option) of all that is coded, in one system or in any."""
    options = [o for p in PATHWAYS for q in p.questions().values() for o in q.options if o.code]
    return [(o.code.split("|")[1], o) for o in options if o.code.startswith(system)]


@pytest.mark.parametrize("system", KNOWN)
def test_every_code_of_the_standard_is_one_that_was_looked_up(system):
    used = {code for code, _ in coded(system + "|")}
    assert used == {str(code) for code in KNOWN[system]}


def test_no_code_is_of_a_system_unknown_here():
    systems = {option.code.split("|")[0] + "|" for _, option in coded()}
    assert systems == {system + "|" for system in KNOWN} | {LANGUAGE}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_access_need_is_coded_and_no_code_twice(slug):
    options = pathway(slug).questions()["access_needs"].options
    codes = [option.code for option in options]
    assert all(code.startswith(ADJUSTMENT) for code in codes)
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_access_need_is_flagged(slug):
    options = pathway(slug).questions()["access_needs"].options
    assert {option.flag for option in options} == {"accessible", "interpreter"}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_needs_that_most_people_name_are_on_the_list(slug):
    values = {option.value for option in pathway(slug).questions()["access_needs"].options}
    assert {"large-print", "easy-read", "braille", "bsl", "text-relay", "advocate"} <= values


def test_each_language_has_its_tag_but_the_one_that_is_typed():
    *listed, other = LANGUAGES
    assert all(option.code == LANGUAGE + option.value for option in listed)
    assert other.code == ""
    assert [option.label for option in listed] == sorted(option.label for option in listed)
    assert {"pl", "cy", "ur", "so", "ar"} <= {option.value for option in listed}
