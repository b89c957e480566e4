import pytest

from portal.places.loading.council_names import council_names


def test_a_table_of_codes_and_names_is_read_and_short_rows_are_passed_over():
    rows = [["E07000001", "", "East "], None, [], ["E07000002"], ["E07000003", "no name"]]
    names = council_names(["LAD25CD", "LAD25NMW", "LAD25NM"], rows)
    assert names == {"E07000001": "East"}


@pytest.mark.parametrize("header", [[], ["LAD25CD"], ["LAD25NM"], ["WD25CD", "WD25NM"]])
def test_another_table_gives_no_names(header):
    assert council_names(header, [["E07000001", "East"]]) == {}
