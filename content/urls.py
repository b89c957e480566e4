from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from content import views
from content.feedback import views as feedback
from content.sitemaps import SITEMAPS

urlpatterns = [
    path("feedback/", feedback.page_feedback, name="page_feedback"),
    path("feedback/thanks/", feedback.feedback_thanks, name="page_feedback_thanks"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
