import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict

from referrals.models import Outcome
from referrals.triage.forms import LONGEST_REASON, LONGEST_SERVICE, BandForm, DecisionForm
from referrals.triage.forms import version_read as read
from referrals.triage.queries import ServiceChoice

OFFERED = [ServiceChoice("s-1", "Carers’ Centre (Vale)"), ServiceChoice("s-2", "Night care")]
RIGHT = {"outcome": "accept", "reason": "Meets the criteria."}


def decision(**changes) -> DecisionForm:
    return DecisionForm(RIGHT | changes, services=OFFERED)


def errors(form) -> list[str]:
    return [link.text for link in form.error_list]


class TestBand:
    @pytest.mark.parametrize("band", ["24h", "2wd", "5wd"])
    def test_each_band_can_be_chosen(self, band):
        assert BandForm({"band": band}).is_valid()

    @pytest.mark.parametrize("data", [{}, {"band": ""}])
    def test_not_yet_set_cannot(self, data):
        assert errors(BandForm(data)) == ["Choose how soon first contact is needed"]
        assert "" not in [value for value, _ in BandForm().fields["band"].choices]

    def test_an_invented_one_cannot(self):
        assert errors(BandForm({"band": "1y"})) == ["Choose one of the answers on the list"]


class TestDecision:
    @pytest.mark.parametrize("outcome", ["accept", "decline", "ask"])
    def test_outcome_and_reason_are_enough(self, outcome):
        form = decision(outcome=outcome)
        assert form.is_valid()
        assert form.where_to() == ("", "")

    @pytest.mark.parametrize("service", [{"service": "s-1"}, {"other_service": "Elsewhere"}])
    def test_a_service_is_left_out_unless_it_is_a_redirection(self, service):
        form = decision(**service)
        assert form.is_valid()
        assert form.where_to() == ("", "")

    @pytest.mark.parametrize(
        ("typed", "where"),
        [
            ({"service": "s-1"}, ("s-1", "Carers’ Centre (Vale)")),
            ({"other_service": " Elsewhere "}, ("", "Elsewhere")),
            ({"service": "s-1", "other_service": "Elsewhere"}, ("", "Elsewhere")),
        ],
    )
    def test_a_redirection_goes_to_the_one_named_or_the_one_chosen(self, typed, where):
        form = decision(outcome="redirect", **typed)
        assert form.is_valid()
        assert form.where_to() == where

    @pytest.mark.parametrize("typed", [{}, {"other_service": "  "}, {"service": ""}])
    def test_a_redirection_to_nowhere_is_refused(self, typed):
        wanted = "Choose the service to redirect to, or name another"
        assert errors(decision(outcome="redirect", **typed)) == [wanted]

    def test_a_service_not_offered_is_refused(self):
        said = errors(decision(outcome="redirect", service="s-9"))
        assert said == ["Choose one of the answers on the list"]

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"outcome": ""}, "Choose what you decide"),
            ({"outcome": "burn"}, "Choose one of the answers on the list"),
            ({"reason": ""}, "Enter the reason for the decision"),
            ({"reason": " \n "}, "Enter the reason for the decision"),
        ],
    )
    def test_each_fault_says_how_to_put_it_right(self, changes, error):
        assert errors(decision(**changes)) == [error]

    def test_a_reason_may_be_long_but_not_without_end(self):
        assert decision(reason="x" * LONGEST_REASON).is_valid()
        assert str(LONGEST_REASON) in errors(decision(reason="x" * (LONGEST_REASON + 1)))[0]

    def test_a_service_that_could_not_be_stored_is_refused(self):
        redirect = {"outcome": "redirect"}
        assert decision(**redirect, other_service="x" * LONGEST_SERVICE).is_valid()
        too_long = decision(**redirect, other_service="x" * (LONGEST_SERVICE + 1))
        (error,) = errors(too_long)
        assert str(LONGEST_SERVICE) in error

    def test_a_long_name_on_the_list_is_cut_to_what_can_be_stored(self):
        offered = [ServiceChoice("s-1", "x" * 400)]
        form = DecisionForm(RIGHT | {"outcome": "redirect", "service": "s-1"}, services=offered)
        assert form.is_valid()
        assert form.where_to() == ("s-1", "x" * LONGEST_SERVICE)

    def test_the_list_begins_with_no_service_chosen(self):
        choices = list(decision().fields["service"].choices)
        assert choices[0] == ("", "Choose a service")
        assert choices[1:] == [(each.id, each.name) for each in OFFERED]

    def test_two_forms_do_not_share_their_services(self):
        DecisionForm(services=OFFERED)
        assert list(DecisionForm().fields["service"].choices) == [("", "Choose a service")]

    def test_to_ask_says_that_nothing_is_decided_by_it(self):
        hints = decision().fields["outcome"].choice_hints
        assert hints == {Outcome.ASK: "The referral stays undecided until you decide it"}


@pytest.mark.parametrize(("text", "version"), [("1", 1), ("0", 0), ("999999999", 999_999_999)])
def test_the_version_read_is_a_whole_number(text, version):
    assert read(QueryDict(f"version={text}")) == version


BAD = ["", "version=", "version=x", "version=-1", "version=1.0", "version=%C2%B2"]


@pytest.mark.parametrize("query", [*BAD, "version=1000000000", "version=+1"])
def test_anything_else_is_a_bad_request(query):
    with pytest.raises(BadRequest, match="which version"):
        read(QueryDict(query))
