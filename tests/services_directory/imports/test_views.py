import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from services_directory.imports import forms, readers, runs
from services_directory.imports.comparison import compare
from services_directory.imports.records import Record
from services_directory.imports.runs import State, state_of
from services_directory.imports.staging import read_feed
from services_directory.models import DuplicateProposal, Feed, ImportRun, Phone, Service
from tests.services_directory import build
from tests.services_directory.imports.feeding import (
    body,
    compared,
    feed,
    giving,
    group,
    imported,
    run_of,
)

pytestmark = pytest.mark.django_db
HOME = "/staff/directory/imports/"
PHONE = {"id": "p1", "number": "01632 960 001"}


@pytest.fixture
def staff(client, directory_editor):
    client.force_login(directory_editor)
    return client


def text(response) -> str:
    return response.content.decode()


def address(name: str, thing=None) -> str:
    return reverse(f"directory_{name}", args=[thing.pk] if thing else [])


def every_page() -> list[str]:
    run = run_of()
    pages = [address(name, run) for name in ("import", "import_csv", "import_discard")]
    pages += [address("feed", run.feed), address("feed_change", run.feed)]
    return [*pages, HOME, address("feed_add"), address("pairs"), address("import_template")]


@pytest.mark.parametrize("who", ["editor", "reviewer", "triage", "stranger"])
def test_no_other_role_opens_any_of_it(client, request, who):
    client.force_login(request.getfixturevalue(who))
    for page in every_page():
        assert client.get(page).status_code in {302, 403}, page


@pytest.mark.parametrize("who", ["directory_editor", "administrator"])
def test_directory_editors_and_administrators_open_all_of_it(client, request, who):
    client.force_login(request.getfixturevalue(who))
    for page in every_page():
        assert client.get(page).status_code == 200, page


def test_a_visitor_is_asked_to_sign_in(client):
    for page in every_page():
        assert client.get(page).url.startswith("/accounts/login/")


def test_the_first_page_without_feeds_says_so(staff):
    assert "There are no feeds yet" in text(staff.get(HOME))


def test_the_first_page_lists_feeds_and_the_newest_imports(staff):
    imported(body(), group())
    page = text(staff.get(HOME))
    assert "Eastmoor Council" in page
    assert "1 new" in page
    assert "Applied" in page


def test_listings_take_as_many_queries_for_many_rows_as_for_one(
    staff, django_assert_max_num_queries
):
    imported(body(), group())
    staff.get(HOME)
    with django_assert_max_num_queries(30) as one:
        staff.get(HOME)
    for number in range(8):
        run_of(feed(f"Feed {number}"))
    with django_assert_max_num_queries(len(one)):
        staff.get(HOME)


def test_a_feed_is_added_and_changed(staff):
    data = {"name": "Northfold", "format": "oruk1", "url": "https://northfold.example/feed"}
    answer = staff.post(address("feed_add"), data)
    made = Feed.objects.get()
    assert answer.url == address("feed", made)
    assert "Open Referral UK 1.0" in text(staff.get(answer.url))
    staff.post(address("feed_change", made), data | {"name": "Northfold Council"})
    made.refresh_from_db()
    assert made.name == "Northfold Council"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": ""}, "Enter an answer"),
        ({"format": "fax"}, "Choose one of the answers"),
        ({"url": "no address"}, "Enter a whole web address"),
        ({"url": "javascript:alert(1)"}, "Enter a whole web address"),
        ({"licence_url": "x" * 300}, "at most 200"),
        ({"name": "a\x00b"}, "Null characters"),
    ],
)
def test_a_wrong_feed_is_told_what_is_wrong_and_keeps_what_was_typed(staff, data, words):
    usual = {"name": "Northfold", "format": "oruk3", "licence": "OGL 3.0"}
    answer = staff.post(address("feed_add"), usual | data)
    assert answer.status_code in {200, 400}
    if answer.status_code == 200:
        assert words in text(answer)
        assert "OGL 3.0" in text(answer)
    assert not Feed.objects.exists()


def test_two_feeds_cannot_have_one_name(staff):
    feed("Northfold")
    answer = staff.post(address("feed_add"), {"name": "Northfold", "format": "oruk3"})
    assert "already exists" in text(answer)


def test_an_import_is_started_from_a_file(staff, directory_editor):
    of = feed()
    file = SimpleUploadedFile("april.json", b'[{"name": "Group"}]')
    answer = staff.post(address("feed", of), {"file": file})
    run = ImportRun.objects.get()
    assert answer.url == address("import", run)
    assert (run.source, run.started_by, run.feed) == ("april.json", directory_editor, of)


def test_an_import_is_started_from_the_address(staff):
    of = Feed.objects.create(name="Web", format="oruk3", url="https://web.example/v3")
    staff.post(address("feed", of), {"source": "address"})
    assert ImportRun.objects.get().source == "https://web.example/v3"


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("oruk3", b"", "Choose a file that is not empty"),
        ("oruk3", b"<html>", "This feed is JSON"),
        ("oruk1", b"PK\x03\x04", "This feed is JSON"),
        ("hsds_csv", b"id,name", "This feed is a zip"),
        ("hsds_csv", b"PK\x03\x04 no zip", "This feed is a zip"),
        ("spreadsheet", b"\x00\x01\x02", "This feed is a spreadsheet"),
        ("spreadsheet", None, "Choose a file"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(staff, kind, content, words):
    of = Feed.objects.create(name="Files", format=kind)
    sent = {} if content is None else {"file": SimpleUploadedFile("x", content)}
    answer = staff.post(address("feed", of), sent)
    assert words in text(answer)
    assert not ImportRun.objects.exists()


def test_a_file_that_is_too_large_is_refused(staff, monkeypatch):
    monkeypatch.setattr(forms, "MOST_BYTES", 10)
    answer = staff.post(address("feed", feed()), {"file": SimpleUploadedFile("x", b"[" * 11)})
    assert "not larger than 200 MB" in text(answer)


def test_while_it_is_read_the_page_says_how_far(staff):
    run = run_of()
    run.total = 40
    run.save()
    page = text(staff.get(address("import", run)))
    assert "0 of 40 services read so far" in page
    assert "See how far it is" in page
    assert ">Apply<" not in page


def test_while_it_is_compared_the_page_says_how_far(staff):
    run = read_feed(run_of(), batches=giving(body(), group(), group("s2", "Second")))
    seen = []

    def look(line: str) -> None:
        seen.append(text(staff.get(address("import", run))))

    compare(run, look)
    compare(run, look)
    of_services = seen[1::2]
    assert all("Read: 2 services. Compared with the directory so far: 2" in x for x in of_services)
    assert all("Compared with the directory so far: 0" in each for each in seen[::2])


def test_a_stopped_run_says_why_and_can_go_on(staff, monkeypatch):
    run = run_of()
    run.stopped_at, run.problem = timezone.now(), "The feed does not answer."
    run.save()
    assert "The feed does not answer." in text(staff.get(address("import", run)))
    staff.post(address("import_again", run))
    run.refresh_from_db()
    assert state_of(run) == State.READING


def test_the_report_shows_changes_before_anything_else(staff):
    imported(body(), group(), group("s2", "Other group"))
    run = compared(body(), group(description="We meet."), group("s3", "Third"))
    page = text(staff.get(address("import", run)))
    assert "Services: changed" in page
    assert "<dd>People meet.</dd>" in page
    assert "<dd>We meet.</dd>" in page
    assert "Third" not in page
    assert "Third" in text(staff.get(address("import", run) + "?verdict=new"))
    assert "Other group" in text(staff.get(address("import", run) + "?verdict=gone"))
    assert "Eastmoor Care" in text(
        staff.get(address("import", run) + "?kind=organization&verdict=same")
    )


def test_the_report_shows_what_a_new_service_will_say_before_it_is_public(staff):
    told = group(fd_summary="Tea and talk.", phones=[PHONE], email="moor@care.example")
    page = text(staff.get(address("import", compared(body(), told))))
    assert "Tea and talk." in page
    assert "01632 960 001 · moor@care.example" in page


def test_a_record_without_a_name_can_be_found_by_its_key(staff):
    nameless = Record("service", "s-77", {"id": "s-77"}, refusal="It has no name.")
    page = text(staff.get(address("import", compared(body(), nameless)), {"verdict": "refused"}))
    assert "Without a name" in page
    assert "s-77" in page


def test_an_import_that_a_newer_one_has_overtaken_is_not_applied(staff):
    old, new = compared(body(), group()), compared(body(), group())
    ImportRun.objects.filter(pk=new.pk).update(applied_at=timezone.now())
    answer = staff.post(address("import_apply", old), follow=True)
    assert "A newer import of this feed has been applied" in text(answer)
    assert not Service.objects.exists()


def test_a_report_of_many_rows_is_paged_and_takes_constant_queries(
    staff, django_assert_max_num_queries
):
    few = compared(body(), group())
    staff.get(address("import", few))
    with django_assert_max_num_queries(40) as one:
        staff.get(address("import", few))
    many = compared(body(), *(group(f"s{n}", f"Group {n}") for n in range(120)))
    with django_assert_max_num_queries(len(one)):
        page = text(staff.get(address("import", many)))
    assert "Page 1 of 3" in page
    assert page.count('<section class="fd-fact"') == 50


@pytest.mark.parametrize("query", ["?verdict=x", "?kind=x", "?only=x", "?verdict=new&kind=%00"])
def test_a_filter_that_is_none_is_not_found(staff, query):
    run = compared(body(), group())
    assert staff.get(address("import", run) + query).status_code in {400, 404}


def test_a_page_number_beyond_all_is_the_last_page(staff):
    run = compared(body(), group())
    assert staff.get(address("import", run) + "?page=99999999999999999999").status_code == 200


def test_what_a_feed_says_cannot_run_in_the_report(staff):
    run = compared(body(), group(name="<script>alert(1)</script>"))
    page = text(staff.get(address("import", run)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_report_as_a_spreadsheet_starts_no_formula(staff):
    imported(body(), group())
    run = compared(body(), group(description="=cmd()"), group("s2", "+44 group"))
    answer = staff.get(address("import_csv", run))
    sheet = b"".join(answer.streaming_content).decode()
    assert "Changed,Services,Moor group,s1,Description,People meet.,'=cmd()," in sheet
    assert "New,Services,'+44 group,s2" in sheet
    assert answer["Content-Type"].startswith("text/csv")


def test_applying_is_asked_about_once_more_and_done_by_the_worker(staff):
    run = compared(body(), group())
    page = text(staff.get(address("import_apply", run)))
    assert "1 new service will be public at once" in page
    answer = staff.post(address("import_apply", run))
    assert answer.url == address("import", run)
    assert "Being applied" in text(staff.get(answer.url))
    runs.work_on_all()
    assert Service.objects.public().count() == 1
    assert "Applied" in text(staff.get(answer.url))


def test_much_that_would_go_needs_a_tick(staff):
    imported(body(), *(group(f"s{n}", f"Group {n}") for n in range(12)))
    run = compared(body(), group("s0", "Group 0"))
    page = text(staff.get(address("import", run)))
    assert "11 of the 12 services of this feed would stop being shown." in page
    answer = staff.post(address("import_apply", run))
    assert "Tick the box" in text(answer)
    run.refresh_from_db()
    assert run.apply_asked_at is None
    staff.post(address("import_apply", run), {"sure": "on"})
    run.refresh_from_db()
    assert run.apply_asked_at is not None


def test_a_second_click_on_apply_does_no_harm(staff):
    run = compared(body(), group())
    staff.post(address("import_apply", run))
    answer = staff.post(address("import_apply", run), follow=True)
    assert "not ready to apply" in text(answer)


def test_discarding_is_asked_about_and_leaves_the_directory(staff):
    run = compared(body(), group())
    assert "stays as it is" in text(staff.get(address("import_discard", run)))
    staff.post(address("import_discard", run))
    assert "Discarded" in text(staff.get(address("import", run)))
    assert not Service.objects.exists()


@pytest.mark.parametrize("name", ["import_again"])
def test_a_deed_cannot_be_done_by_a_link(staff, name):
    assert staff.get(address(name, run_of())).status_code == 405


def test_an_unknown_import_is_not_found(staff):
    assert staff.get(f"{HOME}00000000-0000-4000-8000-000000000000/").status_code == 404
    assert staff.get(f"{HOME}nothing/").status_code == 404


def test_the_template_of_the_spreadsheet_can_be_had(staff):
    answer = staff.get(address("import_template"))
    assert answer.content == readers.template_csv()


@pytest.fixture
def pair(staff) -> DuplicateProposal:
    ours = build.service("Moor group")
    Phone.objects.create(service=ours, number="01632 960 001")
    run = compared(body(), group(phones=[PHONE]))
    page = text(staff.get(address("import", run)))
    assert "1 new service may be here already" in page
    runs.ask_to_apply(run, None, sure=False)
    runs.work_on_all()
    return DuplicateProposal.objects.get()


def test_a_pair_is_listed_and_shown_fact_by_fact(staff, pair):
    assert "Decide 1 pair" in text(staff.get(HOME))
    assert "same name, same phone number" in text(staff.get(address("pairs")))
    page = text(staff.get(address("pair", pair)))
    assert "Kept here" in page
    assert "Eastmoor Council" in page


def test_a_pair_that_is_one_leaves_the_list_and_one_entry(staff, pair, directory_editor):
    ours = Service.objects.get(feed=None)
    staff.post(address("pair", pair), {"answer": str(ours.pk)})
    assert Service.objects.public().get() == ours
    assert "There are none" in text(staff.get(address("pairs")))
    decided = text(staff.get(address("pairs") + "?view=decided"))
    assert "The same" in decided
    assert str(directory_editor) in decided


def test_two_services_stay_both(staff, pair):
    staff.post(address("pair", pair), {"answer": "different"})
    assert Service.objects.public().count() == 2
    answer = staff.post(address("pair", pair), {"answer": "different"}, follow=True)
    assert "Somebody has decided this already" in text(answer)


@pytest.mark.parametrize("answer", ["", "perhaps", "00000000-0000-4000-8000-000000000000"])
def test_a_pair_needs_one_of_the_answers(staff, pair, answer):
    page = text(staff.post(address("pair", pair), {"answer": answer}))
    assert "There is a problem" in page
    pair.refresh_from_db()
    assert pair.decided_at is None


def test_pairs_take_as_many_queries_for_many_as_for_one(staff, pair, django_assert_max_num_queries):
    staff.get(address("pairs"))
    with django_assert_max_num_queries(20) as one:
        staff.get(address("pairs"))
    for number in range(8):
        pk = Service.objects.exclude(feed=None).get().pk
        first, second = sorted([pk, build.service(f"Other {number}").pk])
        DuplicateProposal.objects.create(
            first_id=first, second_id=second, likeness=0.7, proposed_at=timezone.now()
        )
    with django_assert_max_num_queries(len(one)):
        assert text(staff.get(address("pairs"))).count("<tr>") == 10


def test_the_staff_nav_leads_here(staff):
    assert f'href="{HOME}"' in text(staff.get("/staff/"))


def test_reading_a_page_of_imports_leaves_the_feeds_alone(staff, monkeypatch):
    monkeypatch.setattr(readers, "batches", giving())
    for page in every_page():
        staff.get(page)
    assert ImportRun.objects.get().read_at is None
