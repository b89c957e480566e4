import pytest

from services_directory.assurance.checks import ages_ascend, somebody_is_told, times_are_positive


def test_the_usual_settings_pass():
    assert [*ages_ascend(None), *times_are_positive(None), *somebody_is_told(None)] == []


@pytest.mark.parametrize("ages", [(0, 6, 12), (6, 6, 12), (3, 12, 12), (3, 6, 5), (-1, 2, 3)])
def test_ages_that_do_not_ascend_are_refused_with_a_hint(settings, ages):
    names = ("DIRECTORY_AMBER_MONTHS", "DIRECTORY_RED_MONTHS", "DIRECTORY_HIDE_MONTHS")
    for name, months in zip(names, ages, strict=True):
        setattr(settings, name, months)
    (error,) = ages_ascend(None)
    assert error.id == "services_directory.E001"
    assert "3, 6 and 12" in error.hint


@pytest.mark.parametrize(
    "name", ["DIRECTORY_NOTICE_DAYS", "DIRECTORY_ASK_WEEKS", "DIRECTORY_LINK_DAYS"]
)
def test_a_time_of_nothing_is_refused_by_name(settings, name):
    setattr(settings, name, 0)
    (error,) = times_are_positive(None)
    assert name in error.msg


def test_a_directory_without_a_mailbox_is_warned_of(settings):
    settings.DIRECTORY_MAILBOX = ""
    (warning,) = somebody_is_told(None)
    assert "DIRECTORY_MAILBOX" in warning.hint
