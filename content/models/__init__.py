"""The pages and facts that editors write."""

from content.feedback.models import PageFeedback
from content.learning.models import (
    Framework,
    FrameworkSubject,
    LearningOffering,
    LearningSession,
)
from content.models.base import BasePage
from content.models.home import HomePage
from content.models.information import InformationPage, UrgentHelpPage
from content.models.professional import ProfessionalHubPage, ProfessionalPage
from content.models.snippets import Timescale, Topic
from content.models.stage import StagePage
from content.review.models import SecondPairOfEyes

__all__ = [
    "BasePage",
    "Framework",
    "FrameworkSubject",
    "HomePage",
    "InformationPage",
    "LearningOffering",
    "LearningSession",
    "PageFeedback",
    "ProfessionalHubPage",
    "ProfessionalPage",
    "SecondPairOfEyes",
    "StagePage",
    "Timescale",
    "Topic",
    "UrgentHelpPage",
]
