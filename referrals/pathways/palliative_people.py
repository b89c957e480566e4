"""Palliative care and support: steps about who asks, what they know and what they agree to."""

from referrals.pathways.declare import (
    Kind,
    Option,
    Question,
    Section,
    Step,
    When,
)
from referrals.pathways.shared_public import EMAIL, VOICEMAIL

FOR_ME = (When("who_for", ("me",)),)


FOR_SOMEONE_ELSE = (When("who_for", ("someone",)),)


WHO_FOR = Step(
    "who-it-is-for",
    "Who needs support?",
    "The next questions change with your answer.",
    Section.REFERRER,
    (
        Question(
            "who_for",
            Kind.CHOICE,
            "Who needs support?",
            purpose="Sets the words of the form, and tells triage staff whom they are talking to.",
            missing="Choose who needs support",
            options=(
                Option("me", "I do"),
                Option("someone", "Someone I care for", "A relative, friend or neighbour"),
            ),
        ),
    ),
)


ABOUT_YOU = Step(
    "about-you",
    "About you",
    "You are asking for someone else, so we need to know who you are to them.",
    Section.REFERRER,
    (
        Question(
            "referrer_name",
            Kind.TEXT,
            "Your name",
            purpose="Triage staff ask for you when they ring back.",
            missing="Enter your name",
            autocomplete="name",
            width="20",
        ),
        Question(
            "relationship",
            Kind.CHOICE,
            "Who are you to them?",
            purpose="Tells triage staff what they may talk about with you.",
            missing="Choose who you are to them",
            options=(
                Option("partner", "Husband, wife or partner"),
                Option("child", "Son or daughter"),
                Option("parent", "Parent"),
                Option("relative", "Another relative"),
                Option("friend", "Friend or neighbour"),
                Option("other", "Something else"),
            ),
        ),
    ),
    FOR_SOMEONE_ELSE,
)


KNOWS = Step(
    "what-they-know",
    "What they know",
    "So that we never tell somebody something that they have not asked to hear.",
    Section.AWARENESS,
    (
        Question(
            "aware_of_illness",
            Kind.CHOICE,
            "Do they know what illness they have?",
            purpose="Whoever rings sees this before they ring.",
            missing="Choose whether they know what illness they have",
            options=(
                Option("yes", "Yes"),
                Option("no", "No", flag="unaware-diagnosis"),
                Option("not-sure", "I am not sure", flag="unaware-diagnosis"),
            ),
        ),
        Question(
            "aware_of_outlook",
            Kind.CHOICE,
            "Do they know how serious it is?",
            purpose="Whoever rings sees this before they ring.",
            missing="Choose whether they know how serious it is",
            options=(
                Option("yes", "Yes"),
                Option("no", "No", flag="unaware-prognosis"),
                Option("not-sure", "I am not sure", flag="unaware-prognosis"),
            ),
        ),
    ),
    FOR_SOMEONE_ELSE,
)


CONTACT = Step(
    "contact",
    "How can we reach you?",
    "A person rings you. We do not decide anything without talking to you.",
    Section.REFERRER,
    (
        Question(
            "phone",
            Kind.PHONE,
            "Your phone number",
            purpose="Triage staff ring this number first.",
            missing="Enter a phone number, like 01632 960 001",
        ),
        VOICEMAIL,
        EMAIL,
        Question(
            "best_times",
            Kind.TEXT,
            "Good times to ring",
            purpose="Triage staff ring at these times where they can.",
            required=False,
            width="20",
        ),
    ),
)


AGREE_ME = Step(
    "agreement",
    "Your agreement",
    "Nobody is referred without agreeing to it.",
    Section.AGREEMENT,
    (
        Question(
            "agree",
            Kind.CONFIRM,
            "I agree to be referred for palliative care and support",
            purpose="Shows that the person agreed to the referral. It is not consent to anything "
            "else.",
            hint="You can change your mind at any time. Ring us, and we stop.",
            missing="Tick the box if you agree to be referred. If you do not, you can close this "
            "page or ring us",
        ),
    ),
    FOR_ME,
)


AGREE_OTHER = Step(
    "their-agreement",
    "Do they agree?",
    "Most people want to decide for themselves who is told about them.",
    Section.AGREEMENT,
    (
        Question(
            "they_agree",
            Kind.CHOICE,
            "Do they agree to be referred?",
            purpose="Triage staff see before they ring whether the person knows.",
            missing="Choose whether they agree",
            options=(
                Option("yes", "Yes, they know about it and agree"),
                Option(
                    "cannot-decide",
                    "They are too ill or confused to decide",
                    "We will talk with you and their GP about what is best for them",
                    flag="lacks-capacity",
                ),
                Option(
                    "not-told",
                    "They do not know about it",
                    "We will ring you first, and not them",
                    flag="does-not-know",
                ),
            ),
        ),
    ),
    FOR_SOMEONE_ELSE,
)
