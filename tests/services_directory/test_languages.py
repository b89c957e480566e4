import pytest

from services_directory.languages import name_of


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("cy", "Welsh"),
        ("pl", "Polish"),
        ("bfi", "British Sign Language"),
        ("rom", "Romani"),
        ("zh", "Chinese"),
        ("pa", "Punjabi"),
    ],
)
def test_a_language_has_its_english_name(code, name):
    assert name_of(code) == name


@pytest.mark.parametrize(("code", "shown"), [("qqq", "QQQ"), ("zh-cn", "ZH-CN"), ("", "")])
def test_what_has_no_name_shows_its_code(code, shown):
    assert name_of(code) == shown
