"""Bereavement support for a child: asked of the adult who looks after them."""

from referrals.pathways.declare import Kind, Option, Question, Section, Step, When
from referrals.pathways.steps.contact import REFERRER_NAME

FOR_CHILD = (When("who_for", ("child",)),)

ABOUT_ADULT = Step(
    "about-you",
    "About you",
    "You are asking for a child, so we need to know who you are to them.",
    Section.REFERRER,
    (
        REFERRER_NAME,
        Question(
            "referrer_relationship", Kind.CHOICE, "Who are you to the child?",
            purpose="Tells triage staff what they may talk about with you.",
            missing="Choose who you are to the child",
            options=(
                Option("parent", "Parent"), Option("guardian", "Guardian or foster carer"),
                Option("grandparent", "Grandparent"), Option("relative", "Another relative"),
                Option("school", "I work at their school"), Option("other", "Something else"),
            ),
        ),
        Question(
            "parental_responsibility", Kind.CHOICE, "Can you decide for the child by law?",
            purpose="Triage staff ask whoever has parental responsibility before a child is seen.",
            hint="It is called parental responsibility.",
            missing="Choose whether you can decide for the child",
            options=(Option("yes", "Yes"), Option("no", "No"),
                     Option("not-sure", "I am not sure")),
        ),
    ),
    FOR_CHILD,
)  # fmt: skip

CHILD_KNOWS = Step(
    "what-the-child-knows",
    "What the child knows",
    "So that we never tell a child something before the family does.",
    Section.AWARENESS,
    (
        Question(
            "child_knows", Kind.CHOICE, "What does the child know about the death?",
            purpose="Whoever rings or sees the child reads this first.",
            missing="Choose what the child knows",
            options=(
                Option("all", "That the person died, and how"),
                Option("not-how", "That the person died, but not how", flag="careful-words"),
                Option("not-told", "They have not been told yet", "We can help you to tell them",
                       flag="careful-words"),
            ),
        ),
        Question(
            "child_changes", Kind.LONG_TEXT, "What have you noticed in the child?",
            purpose="Triage staff choose a supporter for this age and this grief.",
            hint="For example, sleep, school, questions, anger, or going very quiet.",
            required=False,
        ),
        Question(
            "school", Kind.TEXT, "School or nursery",
            purpose="The service offers the school advice, if you agree.", required=False,
            width="20",
        ),
    ),
    FOR_CHILD,
)  # fmt: skip

CHILD_SAFE = Step(
    "how-the-child-is",
    "How is the child now?",
    "We ask everyone who asks for a child.",
    Section.SAFETY,
    (
        Question(
            "child_safety", Kind.CHOICE,
            "Do you worry that the child may hurt themselves, or is not safe?",
            purpose="A person reads this first and rings sooner. No computer decides anything "
            "by it.",
            missing="Choose one, or “I would rather talk about it”",
            options=(
                Option("no", "No"),
                Option("worried", "Yes", flag="child-risk", help_now=True),
                Option("talk", "I would rather talk about it", flag="child-risk", help_now=True),
            ),
        ),
    ),
    FOR_CHILD,
)  # fmt: skip

CHILD_AGREES = Step(
    "their-agreement",
    "Does the child agree?",
    "Support works best when a child knows of it and has a say.",
    Section.AGREEMENT,
    (
        Question(
            "they_agree", Kind.CHOICE, "Does the child know that you are asking?",
            purpose="Triage staff see before they ring whether the child knows.",
            missing="Choose whether the child knows",
            options=(
                Option("yes", "Yes, and they want it"),
                Option("too-young", "They are too young to decide"),
                Option("not-told", "They do not know about it", flag="does-not-know"),
            ),
        ),
        Question(
            "agree_for_child", Kind.CONFIRM,
            "I agree that the child is referred for bereavement support",
            purpose="Shows that the adult agreed to the referral. It is not consent to anything "
            "else.",
            hint="You can change your mind at any time. Ring us, and we stop.",
            missing="Tick the box if you agree. If you do not, you can close this page or ring us",
        ),
    ),
    FOR_CHILD,
)  # fmt: skip
