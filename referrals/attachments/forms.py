"""Choosing files."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from portal.design.fields import DesignField
from portal.design.forms import Form
from referrals.attachments.limits import LARGEST_FILE, MEGABYTE, MOST_FILES
from referrals.attachments.words import refusal


class ManyFiles(forms.FileInput):
    """The browser's own button, for one file or several."""

    allow_multiple_selected = True


class FilesField(DesignField, forms.FileField):
    """Any number of files, each judged by the service that keeps it."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        chosen = [each for each in data or [] if each]
        if not chosen:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return chosen


class FilesForm(Form):
    """What is added to a form."""

    files = FilesField(  # type: ignore[assignment]
        label="Choose letters or photos",
        help_text=f"PDF or photo, each smaller than {LARGEST_FILE // MEGABYTE} MB. "
        f"Up to {MOST_FILES} files",
        error_messages={"required": "Choose a file, or go on without one"},
    )

    def refuse(self, refused: Iterable[tuple[str, str]]) -> None:
        """Say of each (name, why) what is wrong and how to put it right, and nothing else."""
        self.errors.clear()
        for name, why in refused:
            self.add_error("files", refusal(why, name))
