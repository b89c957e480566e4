"""What staff fill in: a feed, and what to read of it."""

import zipfile
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from portal.design.fields import BooleanField, CharField, ChoiceField, DesignField
from portal.design.forms import Form, ModelForm
from services_directory.choices import FeedFormat
from services_directory.imports.readers.texts import encoding_of
from services_directory.models import Feed

MOST_BYTES = 200 * 1024**2
ADDRESS, FILE = "address", "file"
_ADDRESS_FORMATS = (FeedFormat.ORUK_3, FeedFormat.ORUK_1)


class FileField(DesignField, forms.FileField):
    """A file to send."""

    ask = "Choose"


class FeedForm(ModelForm):
    name = CharField(label="Whose data is it?", max_length=160, width=20)
    format = ChoiceField(label="What kind of feed is it?", choices=FeedFormat.choices)
    url = CharField(
        label="Address",
        required=False,
        max_length=200,
        inputmode="url",
        help_text="Where the feed starts: https://… Leave it empty if you are sent files.",
    )
    licence = CharField(
        label="Licence",
        required=False,
        max_length=120,
        help_text="The terms on which you may use it, such as Open Government Licence v3.0.",
    )
    licence_url = CharField(label="Address of the licence", required=False, max_length=200)

    class Meta:
        model = Feed
        fields = ("name", "format", "url", "licence", "licence_url")

    def clean_url(self) -> str:
        return _web_address(self.cleaned_data["url"])

    def clean_licence_url(self) -> str:
        return _web_address(self.cleaned_data["licence_url"])


class StartForm(Form):
    """From where to read: the feed's address, or a file."""

    source = ChoiceField(
        label="Where should it be read from?",
        choices=[(ADDRESS, "The feed's address"), (FILE, "A file")],
    )
    file = FileField(
        label="File",
        required=False,
        allow_empty_file=True,
        error_messages={"required": "Choose a file"},
        help_text="At most 200 MB. JSON, one object a line, CSV, Excel or a zip of CSV files.",
    )

    def __init__(self, *args: Any, feed: Feed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.feed = feed
        if not feed.url:
            del self.fields["source"]
            self.fields["file"].required = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        from_file = cleaned.get("source", FILE) == FILE if not self.errors else False
        if from_file and not cleaned.get("file"):
            self.add_error("file", "Choose a file")
        if not from_file:
            cleaned["file"] = None
        return cleaned

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is None:
            return None
        if not file.size or file.size > MOST_BYTES:
            raise ValidationError("Choose a file that is not empty and not larger than 200 MB")
        if wrong := what_is_wrong(self.feed.format, file):
            raise ValidationError(wrong)
        return file


class SureForm(Form):
    """Say that much should go."""

    sure = BooleanField(label="Yes, take them down", required=False)


def what_is_wrong(format_of: str, file: UploadedFile) -> str:
    """Say in words that the file is not what the feed says it is; nothing when it may be."""
    file.seek(0)
    start = file.read(2048)
    file.seek(0)
    is_zip = start.startswith(b"PK") and zipfile.is_zipfile(file)
    file.seek(0)
    text = start.decode(encoding_of(start), "replace")
    if format_of in _ADDRESS_FORMATS:
        return (
            "" if text.lstrip().startswith(("{", "[")) else "This feed is JSON. Choose a JSON file"
        )
    if format_of == FeedFormat.HSDS_CSV:
        return "" if is_zip else "This feed is a zip of CSV files. Choose a zip file"
    if is_zip or "\0" not in text:
        return ""
    return "This feed is a spreadsheet. Choose a CSV or Excel file"


def _web_address(text: str) -> str:
    try:
        return forms.URLField(required=False, assume_scheme="https").clean(text)
    except ValidationError as error:
        raise ValidationError("Enter a whole web address, like https://example.org/feed") from error
