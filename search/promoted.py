"""Results that a person chose to show first for a phrase."""

from django.utils import timezone

from search.models import PromotedResult

MOST = 3


def promoted_for(words: tuple[str, ...]) -> list[PromotedResult]:
    """Return the current promoted results whose phrase is in the words, longest phrase first."""
    if not words:
        return []
    typed = f" {' '.join(words)} "
    current = PromotedResult.objects.filter(expires__gte=timezone.localdate())
    # A few dozen rows at most, so the phrase is looked for here and not in the database.
    fitting = [row for row in current if f" {row.phrase} " in typed]
    return sorted(fitting, key=lambda row: (-len(row.phrase), row.title))[:MOST]
