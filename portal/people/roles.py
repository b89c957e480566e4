"""The six roles, as names of groups. Rooms grant them permissions in their migrations."""

from enum import StrEnum


class Role(StrEnum):
    EDITOR = "Editors"
    REVIEWER = "Reviewers"
    DIRECTORY_EDITOR = "Directory editors"
    TRIAGE = "Triage"
    ADMINISTRATOR = "Administrators"
    PARTNER = "Partners"
