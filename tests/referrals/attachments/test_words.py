import pytest

from referrals.attachments import words
from referrals.models import Attachment, Verdict


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "1 KB"), (900, "1 KB"), (3400, "3 KB"), (999_000, "999 KB"), (1_250_000, "1.2 MB")],
)
def test_a_size_is_said_in_a_few_letters(size, said):
    assert words.size_in_words(size) == said


@pytest.mark.parametrize("why", list(words.REFUSALS))
def test_each_refusal_names_the_file_and_is_no_dead_end(why):
    said = words.refusal(why, "letter.pdf")
    assert "“letter.pdf”" in said
    assert "{" not in said
    assert not said.endswith(".")


def test_a_refusal_shortens_a_long_name_and_drops_what_cannot_be_seen():
    assert len(words.refusal("kind", "x" * 5000)) < 200
    assert words.refusal("kind", "\u202e\x00").startswith("“The file”")


def test_quarantine_says_why():
    file = Attachment(verdict=Verdict.QUARANTINED)
    assert words.state_in_words(file) == "Not scanned"
    file.scanned_at = "any time"
    assert words.state_in_words(file) == "Locked, or with scripts inside"
