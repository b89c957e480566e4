import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings import env


def test_a_missing_variable_is_named_in_the_error(monkeypatch):
    monkeypatch.delenv("NO_SUCH", raising=False)
    with pytest.raises(ImproperlyConfigured, match="NO_SUCH"):
        env.text("NO_SUCH")


@pytest.mark.parametrize(("value", "meaning"), [("1", True), ("true", True), ("0", False)])
def test_a_flag_is_read(monkeypatch, value, meaning):
    monkeypatch.setenv("FLAG", value)
    assert env.flag("FLAG", default=not meaning) is meaning


def test_a_flag_that_is_neither_yes_nor_no_fails_loudly(monkeypatch):
    monkeypatch.setenv("FLAG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="use 1 or 0"):
        env.flag("FLAG", default=False)


def test_a_number_that_is_none_fails_loudly(monkeypatch):
    monkeypatch.setenv("NUMBER", "ten")
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        env.whole_number("NUMBER", 1)


def test_words_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("HOSTS", "a.example, b.example,")
    assert env.words("HOSTS") == ["a.example", "b.example"]


def test_a_folder_is_made(monkeypatch, tmp_path):
    monkeypatch.setenv("FOLDER", str(tmp_path / "new"))
    assert env.folder("FOLDER", tmp_path).is_dir()
