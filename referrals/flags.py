"""What staff must know before they ring. A flag is shown to a person; it never decides anything."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Flag:
    """`label` for the dense queue, `advice` for the top of a referral, `colour` of the tag."""

    label: str
    advice: str
    colour: str = "warn"


FLAGS: dict[str, Flag] = {
    "self-harm": Flag("Thoughts of suicide", "Has thoughts of ending their life.", "urgent"),
    "words-of-harm": Flag(
        "Words of suicide or harm",
        "Words in the free text may mean thoughts of suicide or of harm. Read them first.",
        "urgent",
    ),
    "child-risk": Flag(
        "Worry about a child’s safety", "The adult worries that the child is not safe.", "urgent"
    ),
    "safeguarding": Flag("Safeguarding", "A safeguarding worry is recorded.", "urgent"),
    "safeguarding-words": Flag(
        "Words of safeguarding",
        "Words in the free text may mean abuse, neglect or fear. Read them first.",
        "urgent",
    ),
    "asks-soon": Flag(
        "Asked for within a day", "Whoever sent it says that it cannot wait. Read it now.", "urgent"
    ),
    "dying": Flag("Last days", "The referrer thinks that death is near.", "urgent"),
    "does-not-know": Flag(
        "Does not know of referral", "Has not been told about this referral.", "urgent"
    ),
    "lacks-capacity": Flag(
        "Cannot decide for themselves", "Cannot make this decision; others decided for them."
    ),
    "unaware-diagnosis": Flag(
        "Unaware of diagnosis", "Does not know the diagnosis. Do not name it."
    ),
    "unaware-prognosis": Flag(
        "Unaware of prognosis", "Does not know the prognosis. Do not speak of it."
    ),
    "carer-unaware": Flag(
        "Carer unaware", "The carer does not know the diagnosis or the prognosis."
    ),
    "careful-words": Flag(
        "Take care with words",
        "There are things the person has not been told, or does not want to hear.",
    ),
    "carer-limit": Flag(
        "Carer near the limit", "The carer says, or others see, they cannot go on."
    ),
    "record-closed": Flag(
        "No to the GP record", "Does not agree to the GP record being seen. Do not ask again."
    ),
    "icd": Flag(
        "Defibrillator active", "An implanted defibrillator can still give shocks. Plan for it."
    ),
    "respect": Flag("ReSPECT or DNACPR", "The referrer reports a plan or decision. See Plans."),
    "interpreter": Flag("Interpreter", "Needs an interpreter. Book one before you ring.", "info"),
    "accessible": Flag("Access needs", "Needs information or contact in another way.", "info"),
    "number-doubtful": Flag(
        "NHS number doubtful", "The check digit is wrong. Compare name and date of birth."
    ),
    "no-voicemail": Flag("No voicemail", "Do not leave a message.", "info"),
    "hazard": Flag("Home-visit hazard", "A risk for staff who visit is recorded."),
    "infection": Flag("Infection", "An infection risk is recorded."),
    "grieving-child": Flag("For a child", "It is a child or young person who grieves."),
    "child": Flag("Child", "There are children in the household, or the referral is for a child."),
}


def in_order(keys: list[str]) -> list[str]:
    """Return the known flags among `keys`, each once, the gravest first."""
    return [key for key in FLAGS if key in keys]


def to_read_first(keys: list[str]) -> bool:
    """Say whether a person should read the referral before others: nothing else follows from it."""
    return any(FLAGS[key].colour == "urgent" for key in in_order(keys))
