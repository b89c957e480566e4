"""Keep an answer about a page, and nothing about the person."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from content.feedback.models import PageFeedback

# For each page, not for each reader: a limit by reader would have to know who they are.
MOST_A_MINUTE = 20


class TooMuchFeedback(Exception):
    """More answers about one page than readers send."""


def give_feedback(page: Page, useful: bool, words: str) -> PageFeedback:
    """Store the answer. Raises TooMuchFeedback when one page gets over 20 in a minute."""
    since = timezone.now() - timedelta(minutes=1)
    if PageFeedback.objects.filter(page=page, sent__gte=since).count() >= MOST_A_MINUTE:
        raise TooMuchFeedback
    return PageFeedback.objects.create(page=page, useful=useful, words=words.strip())
