from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.places.areas_file import load_areas
from portal.places.models import Area

pytestmark = pytest.mark.django_db
HEAD = "code,name,kind,parent,gss_code\n"
ENGLAND = "england,England,country,,E92000001\n"
EAST = "east,Vale East,council,england,E07000001\n"


@pytest.fixture
def load(tmp_path: Path):
    def run(text: str | bytes) -> str:
        path = tmp_path / "areas.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        out = StringIO()
        call_command("load_areas", str(path), stdout=out)
        return out.getvalue()

    return run


def test_areas_are_made_with_their_parents(load):
    wales = "a-wales,A Wales,country,,W92000004\n"  # the first by name and no parent of the east
    assert load(HEAD + wales + ENGLAND + EAST) == "3 areas made, 0 changed.\n"
    east = Area.objects.get(code="east")
    assert (east.name, east.kind, east.gss_code) == ("Vale East", "council", "E07000001")
    assert east.parent.code == "england"


def test_a_second_time_changes_only_what_differs(load):
    load(HEAD + ENGLAND + EAST)
    assert load(HEAD + ENGLAND + EAST) == "0 areas made, 0 changed.\n"
    assert load(HEAD + EAST.replace("E07000001", "")) == "0 areas made, 1 changed.\n"
    assert Area.objects.get(code="east").gss_code is None
    assert Area.objects.get(code="england").name == "England"


def test_two_areas_without_an_official_code_may_stand_side_by_side(load):
    load(HEAD + "a,A,locality,,\nb,B,icb,,\n")
    assert Area.objects.filter(gss_code=None).count() == 2


def test_the_mark_of_excel_at_the_beginning_does_no_harm(load):
    load(b"\xef\xbb\xbf" + (HEAD + ENGLAND).encode())
    assert Area.objects.get().code == "england"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Line 1: columns are missing"),
        ("code,name\n", "gss_code, kind, parent"),
        (HEAD + EAST, "Line 2: there is no area england"),
        (HEAD + ENGLAND + EAST.replace("council", "planet"), "Line 3: .*planet"),
        (HEAD + ENGLAND + EAST.replace("E07000001", "E7"), "Line 3: E7 is no official code"),
        (HEAD + ENGLAND + EAST.replace("E07000001", "E92000001"), "Line 3: .*already exists"),
        (HEAD + ENGLAND + "bad code,A,council,,\n", "Line 3: "),
        (HEAD + ENGLAND + ",A,council,,\n", "Line 3: "),
        (HEAD + ENGLAND + "short\n", "Line 3: "),
        (HEAD + ENGLAND + "a\x00b,A,council,,\n", "Line 3: "),
        (HEAD.encode() + b"a,\xff,council,,\n", "no CSV file in UTF-8"),
        (HEAD + ENGLAND + '"' + "x" * 200_000, "(no CSV file|at most 60)"),
        (HEAD + ENGLAND + EAST + "england,England,country,east,\n", "would lie within itself"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named_and_nothing_is_changed(load, text, words):
    with pytest.raises(CommandError, match=rf"(?s)Nothing is changed\. .*{words}"):
        load(text)
    assert not Area.objects.exists()


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="Nothing is changed"):
        call_command("load_areas", str(tmp_path / "gone.csv"))


def test_the_file_in_the_handbook_works(tmp_path):
    handbook = Path("docs/operations.md").read_text()
    table = handbook.split("```csv\n")[1].split("```")[0]
    path = tmp_path / "areas.csv"
    path.write_text(table)
    assert load_areas(path)[0] == len(table.splitlines()) - 1
