"""Encounter, care plan, problem and rated measures."""

from referrals.exchange.bundles import enclosures
from referrals.exchange.bundles.letter import Letter
from referrals.exchange.bundles.names import HL7, OURS, REFERENCE, UUID_SYSTEM, uk_core
from referrals.exchange.bundles.parts import (
    Resource,
    clean,
    coding,
    concept,
    identifier,
    instant,
    ref,
    resource,
    xhtml,
)
from referrals.pathways.answers import in_words
from referrals.pathways.words import answer_in_words

MEASURES = {"phase": "Phase of illness (OACC)", "akps": "Australia-modified Karnofsky status (%)"}


def encounter(letter: Letter, patient: Resource, provider: Resource, status: str) -> Resource:
    """Return the contact in which the referral was made, with the journey it belongs to."""
    return resource(
        "Encounter", letter.root, f"encounter/{status}", uk_core("UKCore-Encounter"),
        identifier=identifier(REFERENCE, letter.reference),
        status=status,
        **{"class": coding(f"{HL7}/v3-ActCode", "VR", "virtual")},
        subject=ref(patient),
        # The journey stays the same over onward referrals (BaRS Core 1.5.0, Journey ID).
        episodeOfCare=[{"type": "EpisodeOfCare", "identifier": {
            "system": UUID_SYSTEM, "value": str(letter.journey)}}],
        period={"start": instant(letter.submitted_at)},
        serviceProvider=ref(provider),
    )  # fmt: skip


def care_plan(letter: Letter, patient: Resource, about: Resource, author: Resource) -> Resource:
    """Return the story in words: why, how soon, and which files there are and where."""
    outcome = "\n".join(_story(letter))
    return resource(
        "CarePlan", letter.root, "care-plan", uk_core("UKCore-CarePlan"),
        text=xhtml(*_story(letter)),
        status="completed", intent="plan", title=letter.pathway.title,
        subject=ref(patient), encounter=ref(about), created=instant(letter.submitted_at),
        author=ref(author), activity=[{"outcomeCodeableConcept": [concept(text=outcome)]}],
    )  # fmt: skip


def condition(letter: Letter, patient: Resource) -> list[Resource]:
    """Return the illness in the sender's words; none where it was not asked."""
    if letter.pathway.slug == "carers-support":
        return []  # it is the illness of the one cared for
    text = clean(letter.text("illness"))
    return [resource(
        "Condition", letter.root, "condition", uk_core("UKCore-Condition"),
        clinicalStatus=concept(coding(f"{HL7}/condition-clinical", "active", "Active")),
        category=[concept(coding(f"{HL7}/condition-category", "problem-list-item",
                                 "Problem List Item"))],
        code=concept(text=text), subject=ref(patient),
        recordedDate=instant(letter.submitted_at),
    )] if text else []  # fmt: skip


def observations(letter: Letter, patient: Resource, about: Resource) -> list[Resource]:
    """Return phase and AKPS where somebody rated them, with who and when."""
    return [
        _observation(letter, patient, about, key)
        for key in MEASURES
        if letter.answers.get(key) not in (None, "", "not-assessed")
    ]


def _observation(letter: Letter, patient: Resource, about: Resource, key: str) -> Resource:
    value, rater = str(letter.answers[key]), letter.text(f"{key}_by") or letter.text("rated_by")
    words = letter.words(key)
    measured = (
        {"valueQuantity": {"value": int(value), "unit": "%", "code": "%",
                           "system": "http://unitsofmeasure.org"}}
        if key == "akps" and value.isdigit()
        else {"valueCodeableConcept": concept(coding(f"{OURS}:answer:{key}", value, words))}
    )  # fmt: skip
    return resource(
        "Observation", letter.root, f"observation/{key}", uk_core("UKCore-Observation"),
        status="final",
        category=[concept(coding(f"{HL7}/observation-category", "survey", "Survey"))],
        code=concept(coding(f"{OURS}:measure", key, MEASURES[key]), text=MEASURES[key]),
        subject=ref(patient), encounter=ref(about),
        effectiveDateTime=letter.text(f"{key}_on") or letter.text("rated_on")
        or instant(letter.submitted_at),
        performer=[{"display": clean(rater)}] if clean(rater) else [], **measured,
    )  # fmt: skip


def _story(letter: Letter) -> list[str]:
    lines = [f"{letter.pathway.title}. Reference {letter.reference}."]
    for key in ("reasons", "in_own_words", "problem", "hopes", "main_concerns", "how_soon"):
        question = letter.pathway.questions().get(key)
        if question and (words := answer_in_words(question, letter.answers.get(key))):
            label = in_words(question.label, about_me=False)
            said = (line.strip() for line in clean(words).splitlines())
            lines.append(f"{label}: {', '.join(filter(None, said))}")
    return lines + enclosures.in_words(letter.enclosures, letter.reference)
