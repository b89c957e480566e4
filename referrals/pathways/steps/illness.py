"""What would help, what the illness is, and what may be spoken of, in words for the public."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step
from referrals.pathways.steps.contact import FOR_SOMEONE

IN_OWN_WORDS = Question(
    "in_own_words", Kind.LONG_TEXT, "Is there more you want to say?",
    purpose="Whoever rings first reads it, so that nobody has to tell it twice.", required=False,
)  # fmt: skip

ILLNESS_QUESTION = Question(
    "illness", Kind.LONG_TEXT, "What illness or condition [do you|do they] have?",
    purpose="Triage staff choose the right team.",
    hint="Your own words are fine. If you are not sure, say so.",
    missing="Enter what you know about the illness, or “not sure”",
)  # fmt: skip

ILLNESS = Step(
    "illness",
    "The illness",
    "It tells us which nurse or doctor should ring.",
    Section.CLINICAL,
    (ILLNESS_QUESTION,),
)

WHAT_MAY_BE_SAID = (
    Question(
        "aware_of_illness", Kind.CHOICE, "Do they know what illness they have?",
        purpose="Whoever rings sees this before they ring.",
        missing="Choose whether they know what illness they have",
        options=(
            Option("yes", "Yes"), Option("no", "No", flag="unaware-diagnosis"),
            Option("not-sure", "I am not sure", flag="unaware-diagnosis"),
        ),
    ),
    Question(
        "speak_openly", Kind.CHOICE, "May we talk openly with them about the illness?",
        purpose="Whoever rings sees this before they ring, and takes care with words.",
        missing="Choose whether we may talk openly",
        options=(
            Option("yes", "Yes"),
            Option("no", "No, there are things they do not know or do not want to hear",
                   flag="careful-words"),
            Option("not-sure", "I am not sure", flag="careful-words"),
        ),
    ),
)  # fmt: skip

KNOWS = Step(
    "what-they-know",
    "What they know",
    "So that we never tell somebody something that they have not asked to hear.",
    Section.AWARENESS,
    WHAT_MAY_BE_SAID,
    FOR_SOMEONE,
)

IMPLANT = Question(
    "implanted_device", Kind.CHOICE, "[Do you|Do they] have a device under the skin for the heart?",
    purpose="The team plans with the heart clinic where a device can give shocks.",
    missing="Choose whether there is a device, or “I am not sure”",
    options=(
        Option("none", "No"), Option("pacemaker", "A pacemaker"),
        Option("icd", "A defibrillator (ICD)", "It can give shocks to the heart", flag="icd"),
        Option("not-sure", "I am not sure"),
    ),
)  # fmt: skip

WISHES = Step(
    "what-matters",
    "What matters to [you|them]",
    "You can leave this whole page empty. Some people like us to know before we ring.",
    Section.PLANS,
    (
        Question(
            "hopes", Kind.LONG_TEXT, "What matters most to [you|them] now?",
            purpose="The first call begins with what matters to the person.", required=False,
        ),
        Question(
            "plans_made", Kind.CHOICES, "Is any of this written down?",
            purpose="The team asks to see it, so that nobody acts against what was agreed.",
            hint="Choose all that apply, or none.", required=False,
            options=(
                Option("respect", "A ReSPECT form, or “do not resuscitate” form",
                       flag="respect"),
                Option("adrt", "A refusal of treatment in advance", "Some call it a living will"),
                Option("lpa", "Lasting power of attorney for health"),
                Option("wishes", "Wishes about care, in any form"),
            ),
        ),
        Question(
            "plan_documents", Kind.TEXT, "Where is it kept?",
            purpose="Whoever visits finds the document.", required=False,
        ),
    ),
)  # fmt: skip
