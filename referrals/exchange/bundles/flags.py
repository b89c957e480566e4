"""What staff must know first, as BaRS flags, each with the code that the standard has for it."""

from typing import Any

from referrals.exchange.bundles.letter import Letter
from referrals.exchange.bundles.names import (
    FLAG_CATEGORIES,
    OURS,
    SAFEGUARDING,
    SCENE_SAFETY,
    bars,
)
from referrals.exchange.bundles.parts import (
    Resource,
    coding,
    concept,
    filled,
    instant,
    ref,
    resource,
)
from referrals.exchange.bundles.patient import spoken
from referrals.flags import FLAGS

CATEGORIES = {
    "SG": "Safeguarding Concern", "SS": "Scene Safety", "RA": "Reasonable Adjustment",
    "IR": "Infection Risk", "RT": "ReSPECT", "API": "Additional Patient Information",
}  # fmt: skip
# Our flag -> (category, code). What is not here is API: additional information.
_CODED = {
    "self-harm": ("SG", coding(SAFEGUARDING, "401206008",
                               "At risk for deliberate self harm (finding)")),
    "child-risk": ("SG", coding(SAFEGUARDING, "836881000000105",
                                "Child is cause for safeguarding concern (finding)")),
    "safeguarding-words": ("SG", coding(SAFEGUARDING, "U",
                                        "Unspecified Safeguarding Concern Identified")),
    "infection": ("IR", {}), "respect": ("RT", {}), "accessible": ("RA", {}),
    "interpreter": ("RA", {}),
}  # fmt: skip
# Told by a coded answer or at the place instead.
_ELSEWHERE = {"hazard", "safeguarding", "accessible"}


def flags(letter: Letter, patient: Resource, location: Resource) -> list[Resource]:
    """Return a flag for each coded need and each thing to know first."""
    return [
        *_of_coded_answers(letter, patient, "access_needs", "RA"),
        *_of_coded_answers(letter, patient, "safeguarding", "SG"),
        *_of_plans(letter, patient),
        *_of_our_flags(letter, patient),
        *_of_the_place(letter, location),
    ]


def _of_coded_answers(letter: Letter, patient: Resource, key: str, category: str) -> list[Resource]:
    found = []
    for option in letter.chosen(key):
        system, _, code = option.code.partition("|")
        if option.code or option.flag:
            what = concept(*([coding(system, code)] if code else []), text=option.label)
            found.append(_flag(letter, f"{key}/{option.value}", category, what, patient))
    if key == "access_needs" and (other := letter.text("access_other")):
        found.append(_flag(letter, "access_other", category, concept(text=other), patient))
    return found


def _of_plans(letter: Letter, patient: Resource) -> list[Resource]:
    """ReSPECT forms and CPR decisions, with date and place, so that they are found at night."""
    found = []
    for plan in ("respect", "cpr", "dnacpr"):
        status = letter.answers.get(f"{plan}_status") or letter.answers.get(plan)
        if status in ("in-place", "dnacpr"):
            parts = [
                plan.upper(),
                *(
                    letter.words(f"{plan}_{part}")
                    for part in ("status", "date", "recorder", "location")
                ),
            ]
            text = ", ".join(part for part in parts if part)
            found.append(_flag(letter, f"plan/{plan}", "RT", concept(text=text), patient))
    return found


def _of_our_flags(letter: Letter, patient: Resource) -> list[Resource]:
    skip = _ELSEWHERE if letter.chosen("access_needs") else _ELSEWHERE - {"accessible"}
    planned = bool(_of_plans(letter, patient))
    found = []
    for key in letter.flags:
        if key in skip or (key == "respect" and planned):
            continue
        category, code = _CODED.get(key, ("API", {}))
        words, codes = f"{FLAGS[key].label}: {FLAGS[key].advice}", [code] if code else []
        if key == "interpreter" and (language := spoken(letter)):
            words, codes = f"Interpreter: {language['text']}", language.get("coding", [])
        codes = codes or [coding(f"{OURS}:flag", key, FLAGS[key].label)]
        what = concept(*codes, text=words)
        found.append(_flag(letter, f"our/{key}", category, what, patient))
    return found


def _of_the_place(letter: Letter, location: Resource) -> list[Resource]:
    """Say that there is a hazard, never which, and never how to get in: that is told by phone."""
    risky = letter.answers.get("visit_risk") == "yes" or "hazard" in letter.flags
    if not risky:
        return []
    code = coding(SCENE_SAFETY, "U", "The Scene is unsafe")
    what = concept(code, text="A risk for staff who visit is recorded. Ring before you set out.")
    return [_flag(letter, "place", "SS", what, location, bars("BARSFlag-scene-safety"))]


def _flag(
    letter: Letter, part: str, category: str, what: dict[str, Any], subject: Resource,
    profile: str = "",
) -> Resource:  # fmt: skip
    return resource(
        "Flag", letter.root, f"flag/{part}", profile,
        status="active",
        category=[concept(coding(FLAG_CATEGORIES, category, CATEGORIES[category]))],
        code=filled(what), subject=ref(subject),
        period={"start": instant(letter.submitted_at)},
    )  # fmt: skip
