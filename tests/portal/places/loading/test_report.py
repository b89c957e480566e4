from portal.places.loading.record import Skip
from portal.places.loading.report import Report


def text(**fields) -> str:
    report = Report(**fields)
    report.skipped[Skip.TERMINATED] = 1200
    return "\n".join(report.lines())


def test_it_says_what_was_read_kept_and_left_out():
    words = text(read=3000, kept=1800, used=["a.csv"])
    assert "3,000 rows read from 1 file\n" in words
    assert "1,800 postcodes kept" in words
    assert "1,200 terminated" in words
    assert "outside" not in words
    assert "twice" not in words


def test_councils_that_are_none_of_ours_stand_with_their_names_the_largest_first():
    report = Report(names={"E07000001": "Wyvern East"})
    report.councils.update({"E07000002": 5, "E07000001": 70, "": 1})
    lines = list(report.lines())
    (head,) = [line for line in lines if "none of our areas" in line]
    assert head.startswith("76 of those kept")
    east, west, none = lines[lines.index(head) + 1 :]
    assert "E07000001" in east
    assert "Wyvern East" in east
    assert "E07000002" in west
    assert "no code" in none


def test_a_long_list_of_councils_is_cut_and_says_so():
    report = Report()
    report.councils.update({f"E07{n:06}": 1 for n in range(350)})
    lines = list(report.lines())
    assert lines[-1] == "  and 330 more councils"
    assert len(lines) < 30
