from content.learning.models.framework import Framework, FrameworkSubject
from content.learning.models.offering import LearningOffering
from content.learning.models.session import LearningSession

__all__ = ["Framework", "FrameworkSubject", "LearningOffering", "LearningSession"]
