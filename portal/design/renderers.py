"""Django's form renderer, looking for templates where all others are."""

from django.forms.renderers import TemplatesSetting


class DesignRenderer(TemplatesSetting):
    """Widgets, fields and forms come from templates/, then from Django.

    Fields that are not of the design system (allauth's) are shown in its frame too.
    """

    field_template_name = "forms/field.html"
