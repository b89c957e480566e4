"""The topics of the demo site."""

from content.models import Topic

NAMES = {
    "medicines": "Medicines",
    "symptoms": "Symptoms",
    "equipment": "Equipment",
    "money": "Money",
    "planning": "Planning ahead",
    "carers": "Carers",
    "going-home": "Going home",
    "where-to-be-cared-for": "Where to be cared for",
    "children": "Children and young people",
    "faith-and-culture": "Faith and culture",
    "after-a-death": "After a death",
    "grief": "Grief",
    "legal": "Legal matters",
    "who-to-call": "Who to call",
    "feelings": "Feelings",
    "work": "Work",
    "professional": "Professional practice",
}


def topics() -> dict[str, Topic]:
    """Return the topics by slug; those that are there keep the names editors gave them."""
    return {
        slug: Topic.objects.get_or_create(slug=slug, defaults={"name": name})[0]
        for slug, name in NAMES.items()
    }
