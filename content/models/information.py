"""Pages for the public: information, and help that cannot wait."""

from content.models.base import BasePage


class InformationPage(BasePage):
    label = "Information"
    page_description = "One subject for the public: what it is, what to do, who to ring."
    parent_page_types = ["content.HomePage", "content.StagePage", "content.InformationPage"]
    subpage_types = ["content.InformationPage"]
    template = "content/information_page.html"


class UrgentHelpPage(BasePage):
    """Kept light (60 kB with everything), for a bad line in the middle of the night."""

    label = "Urgent help"
    page_description = "Who to ring this minute. Light, without pictures; one on the site."
    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    template = "content/urgent_help_page.html"
