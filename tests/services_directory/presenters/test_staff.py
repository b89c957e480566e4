from services_directory.models import Service
from services_directory.presenters.staff import staff_rows


def test_staff_see_direct_line_criteria_and_note_in_this_order():
    service = Service(
        staff_phone="01632 960 900", staff_criteria="Adults alone.", internal_note="Ask for Jo."
    )
    rows = staff_rows(service)
    assert [row["key"] for row in rows] == ["Direct line", "Criteria", "Note"]
    assert [row["value"] for row in rows[1:]] == ["Adults alone.", "Ask for Jo."]


def test_the_direct_line_can_be_rung_with_one_touch():
    assert (
        'href="tel:+441632960900"' in staff_rows(Service(staff_phone="01632 960 900"))[0]["value"]
    )


def test_what_is_not_noted_is_empty_so_that_the_page_can_say_so():
    assert [row["value"] for row in staff_rows(Service())] == ["", "", ""]


def test_what_staff_type_is_text_and_never_markup():
    typed = Service(staff_criteria="<b>bold</b>", internal_note="<script>alert(1)</script>")
    assert not any(hasattr(row["value"], "__html__") for row in staff_rows(typed)[1:])


def test_a_number_that_holds_markup_is_escaped():
    assert "<b>" not in staff_rows(Service(staff_phone="<b>1"))[0]["value"]
