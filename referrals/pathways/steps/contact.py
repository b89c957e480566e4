"""How to reach whoever asks, and who asks for somebody else, in words for the public."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When

FOR_ME = (When("who_for", ("me",)),)
FOR_SOMEONE = (When("who_for", ("someone",)),)

PHONE = Question(
    "phone", Kind.PHONE, "Your phone number",
    purpose="Triage staff ring this number first.",
    missing="Enter a phone number, like 01632 960 001",
)  # fmt: skip
VOICEMAIL = Question(
    "voicemail", Kind.CHOICE, "Is it safe to leave a message?",
    purpose="Keeps what is private from others who hear messages.",
    hint="A message says only who rang, and not why.",
    missing="Choose whether it is safe to leave a message",
    options=(Option("yes", "Yes"), Option("no", "No", flag="no-voicemail")),
)  # fmt: skip
EMAIL = Question(
    "email", Kind.EMAIL, "Your email address",
    purpose="Used only when nobody can be reached by phone.", required=False,
)  # fmt: skip
BEST_TIMES = Question(
    "best_times", Kind.TEXT, "Good times to ring",
    purpose="Triage staff ring at these times where they can.",
    hint="For example, weekday mornings", required=False, width="20",
)  # fmt: skip

CONTACT = Step(
    "contact",
    "How can we reach you?",
    "A person rings you. We do not decide anything without talking to you.",
    Section.REFERRER,
    (PHONE, VOICEMAIL, EMAIL, BEST_TIMES),
)

RING_FIRST = Step(
    "ring-first",
    "Whom shall we ring first?",
    "Some people want to hear from us themselves. Others want someone else to go first.",
    Section.PEOPLE,
    (
        Question(
            "ring_first", Kind.CHOICE, "Whom shall we ring first?",
            purpose="Triage staff ring this person before anyone else.",
            missing="Choose whom we shall ring first",
            options=(Option("me", "Me"), Option("them", "The person I am asking for")),
        ),
        Question(
            "their_phone", Kind.PHONE, "Their phone number, if it is not yours",
            purpose="Triage staff ring it once you and we have agreed on that.", required=False,
        ),
    ),
    FOR_SOMEONE,
)  # fmt: skip

REFERRER_NAME = Question(
    "referrer_name", Kind.TEXT, "Your name",
    purpose="Triage staff ask for you by name when they ring back.",
    missing="Enter your name", autocomplete="name", width="20",
)  # fmt: skip

RELATIONSHIP = Question(
    "relationship", Kind.CHOICE, "Who are you to them?",
    purpose="Tells triage staff what they may talk about with you.",
    missing="Choose who you are to them",
    options=(
        Option("partner", "Husband, wife or partner"), Option("child", "Son or daughter"),
        Option("parent", "Parent"), Option("relative", "Another relative"),
        Option("friend", "Friend or neighbour"), Option("other", "Something else"),
    ),
)  # fmt: skip

ABOUT_YOU = Step(
    "about-you",
    "About you",
    "You are asking for someone else, so we need to know who you are to them.",
    Section.REFERRER,
    (REFERRER_NAME, RELATIONSHIP),
    FOR_SOMEONE,
)


def who_for(label: str, *options: Option) -> Step:
    """Return the first page, which settles the words of all others."""
    return Step(
        "who-it-is-for",
        label,
        "The next questions change with your answer.",
        Section.REFERRER,
        (
            Question(
                "who_for", Kind.CHOICE, label,
                purpose="Sets the words of the form, and tells triage staff whom they talk to.",
                missing="Choose who it is for", options=options,
            ),
        ),
    )  # fmt: skip


def agree_me(what: str) -> Step:
    """Return the agreement of the person themselves: to be referred, and to nothing else."""
    return Step(
        "agreement",
        "Your agreement",
        "Nobody is referred without agreeing to it.",
        Section.AGREEMENT,
        (
            Question(
                "agree", Kind.CONFIRM, f"I agree to be referred for {what}",
                purpose="Shows that the person agreed to the referral. It is not consent to "
                "anything else.",
                hint="You can change your mind at any time. Ring us, and we stop.",
                missing="Tick the box if you agree to be referred. If you do not, you can close "
                "this page or ring us",
            ),
        ),
        FOR_ME,
    )  # fmt: skip


def agree_other(*who: str) -> Step:
    """Return the question whether somebody else agrees, for these answers of `who_for`."""
    return Step(
        "their-agreement",
        "Do they agree?",
        "Most people want to decide for themselves who is told about them.",
        Section.AGREEMENT,
        (
            Question(
                "they_agree", Kind.CHOICE, "Do they agree to be referred?",
                purpose="Triage staff see before they ring whether the person knows.",
                missing="Choose whether they agree",
                options=(
                    Option("yes", "Yes, they know about it and agree"),
                    Option("cannot-decide", "They are too ill or confused to decide",
                           "We will talk with you and their GP about what is best for them",
                           flag="lacks-capacity"),
                    Option("not-told", "They do not know about it",
                           "We will ring you first, and not them", flag="does-not-know"),
                ),
            ),
        ),
        (When("who_for", who),),
    )  # fmt: skip
