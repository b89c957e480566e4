"""The brand's stylesheet and the gallery; included at the root."""

from django.urls import path

from portal.design import views

urlpatterns = [
    path("brand-<slug:wanted>.css", views.brand_stylesheet, name="brand_css"),
    path("staff/design/", views.gallery, name="design_gallery"),
]
