"""Closed lists: what feeds say in many words, in ours."""

import re

from portal.vocabulary import Mode
from services_directory.choices import Cost, LocationType, Status
from services_directory.imports.cleaning.text import Cleaned, line

NO_STATUS = "Status missing: taken as active."
ODD_STATUS = "A status that is not known was taken as active."
COST_READ = "The cost was read from the words about fees."
ODD_PLACE = "A kind of place that is not known was taken as a place people go to."
_STATUSES = {
    Status.ACTIVE: "active open live published current running available approved",
    Status.TEMPORARILY_CLOSED: "temporarilyclosed suspended paused onhold closedtemporarily",
    Status.INACTIVE: "inactive closed notrunning unpublished draft archived expired",
    Status.DEFUNCT: "defunct ended permanentlyclosed closedpermanently endedforgood deleted",
}
_MODES = (
    (Mode.HOME_VISIT, re.compile(r"home[ _-]?visit|at home|your home|domiciliary|outreach")),
    (Mode.PHONE, re.compile(r"phone|\bcall")),
    (Mode.ONLINE, re.compile(r"online|virtual|video|remote|\bweb|internet|e-?mail|zoom|chat")),
    (
        Mode.IN_PERSON,
        re.compile(r"in[ _-]?person|face[ -]to[ -]face|venue|physical|on ?site|centre"),
    ),
)
_FREE = re.compile(
    r"(?:(?:this|the) service is |it is )?(?:free(?: of charge)?|no (?:charge|cost|fee)s?|none)"
    r"(?: (?:of charge|to use|for everyone))?\.?",
    re.IGNORECASE,
)


def status(value: object) -> Cleaned:
    """Return one of our states; what nobody says is taken as active, and said."""
    text, _ = line(value)
    if not text:
        return str(Status.ACTIVE), NO_STATUS
    plain = re.sub(r"[^a-z]", "", text.lower())
    for ours, theirs in _STATUSES.items():
        if plain in theirs.split():
            return str(ours), ""
    return str(Status.ACTIVE), ODD_STATUS


def modes(value: object) -> list[str]:
    """Return how a service is given, as far as the words tell, in the order of the vocabulary."""
    plain = line(value)[0].lower()
    found = {mode for mode, words in _MODES if words.search(plain)}
    return [mode.value for mode in Mode if mode in found]


def location_type(value: object) -> Cleaned:
    """Return physical, postal or virtual."""
    plain = line(value)[0].lower()
    if plain in LocationType.values:
        return plain, ""
    if modes(plain) in ([Mode.ONLINE.value], [Mode.PHONE.value]):
        return str(LocationType.VIRTUAL), ""
    return str(LocationType.PHYSICAL), ODD_PLACE if plain else ""


def cost_in(fees: str) -> Cleaned:
    """Return the kind of cost when the words about fees leave no doubt, else nothing."""
    labels = {str(each.label).casefold(): str(each.value) for each in Cost}
    if fees.casefold() in labels:
        return labels[fees.casefold()], ""
    return (str(Cost.FREE), COST_READ) if _FREE.fullmatch(fees) else ("", "")


def chosen(value: object, allowed: list[str]) -> list[str]:
    """Return those of a list of words that are allowed, in the order of `allowed`."""
    given = value if isinstance(value, list) else re.split(r"[,|;]", line(value)[0])
    plain = {line(each)[0].lower().replace(" ", "_").replace("-", "_") for each in given}
    return [each for each in allowed if each in plain]
