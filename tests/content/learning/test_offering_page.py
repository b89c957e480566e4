from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.content.learning.makers import london, make_offering, make_session, make_subject

pytestmark = pytest.mark.django_db


def main(client, offering) -> BeautifulSoup:
    response = client.get(offering.get_absolute_url())
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").find("main")


def facts(client, offering) -> dict[str, str]:
    rows = main(client, offering).select(".nhsuk-summary-list__row")
    return {row.dt.text.strip(): row.dd.text.strip() for row in rows}


def test_the_page_states_hours_as_the_nmc_asks(client):
    shown = facts(client, make_offering())
    assert shown["Learning hours"] == "6 hours"
    assert shown["Participatory hours"] == "4.5 hours"


def test_the_page_never_claims_accreditation_that_nobody_gave(client):
    assert facts(client, make_offering())["Accreditation"] == "Not accredited"
    given = make_offering("Other", accreditation="Royal College, ref 12")
    assert facts(client, given)["Accreditation"] == "Royal College, ref 12"


def test_the_page_states_the_cost_even_when_nobody_knows_it(client):
    offering = make_offering(cost="ask")
    assert facts(client, offering)["Cost"] == "Ask the provider what it costs"


def test_the_page_says_who_it_is_for(client):
    offering = make_offering(audiences=["care_home", "voluntary"])
    assert facts(client, offering)["Who it is for"] == "Care home staff, Volunteers and charities"


def test_the_page_for_staff_leads_to_classes_for_the_public(client):
    assert main(client, make_offering()).find("a", href="/learning/?audience=public")
    public = make_offering("A class", audiences=["public"])
    assert not main(client, public).find("a", href="/learning/?audience=public")


def test_a_cancelled_date_is_shown_as_off_with_the_reason(client):
    offering = make_offering()
    make_session(offering, status="cancelled", note="Tutor not available.")
    text = main(client, offering).select_one(".fd-results").text
    assert "Cancelled" in text
    assert "Tutor not available." in text
    assert "Update your calendar" in text


def test_dates_are_in_local_time_and_those_over_are_gone(client):
    offering = make_offering()
    starts = london(f"{date.today().year + 1}-07-01T09:30")
    make_session(offering, starts=starts, ends=starts + timedelta(hours=2))
    make_session(offering, days=-2, place="Long gone")
    text = main(client, offering).text
    assert "9:30am to 11:30am" in text
    assert "Long gone" not in text


def test_the_page_says_how_to_book(client):
    offering = make_offering(
        booking_url="https://learning.stwyverns.example/x", booking_phone="01632 960 120"
    )
    shown = main(client, offering)
    assert shown.find("a", href="https://learning.stwyverns.example/x").text.startswith("Book")
    assert shown.find("a", href="mailto:learning@stwyverns.example")
    assert shown.find("a", class_="phone").text == "01632 960 120"


def test_a_framework_that_is_being_replaced_is_shown_as_such(client):
    offering = make_offering()
    offering.subjects = [make_subject("2017", status="being_replaced")]
    offering.save()
    heading = main(client, offering).find("h3", string=None)
    assert "Core Skills, 2017" in heading.text
    assert "Being replaced" in heading.text


def test_an_entry_not_checked_for_a_year_says_so(client):
    fresh = make_offering("Fresh")
    stale = make_offering("Stale", checked=date.today() - timedelta(days=366))
    assert "Not checked for over a year" in main(client, stale).text
    assert "Not checked for over a year" not in main(client, fresh).text


def test_a_draft_and_an_unknown_course_are_not_found(client):
    draft = make_offering(live=False)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get("/learning/no-such-course/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_dates_and_subjects(
    client, django_assert_num_queries
):
    offering = make_offering()
    offering.subjects = [make_subject("2017")]
    offering.save()
    make_session(offering)
    client.get(offering.get_absolute_url())  # what the frame keeps in memory
    with CaptureQueriesContext(connection) as few:
        client.get(offering.get_absolute_url())
    offering.subjects.add(make_subject("2027"), make_subject("2030"))
    offering.save()
    for days in range(1, 9):
        make_session(offering, days=days)
    with django_assert_num_queries(len(few)):
        client.get(offering.get_absolute_url())


def test_what_editors_write_is_escaped(client):
    offering = make_offering(description="<script>x</script>")
    assert main(client, offering).find("script") is None
