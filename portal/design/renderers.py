"""Django's form renderer, looking for templates where all others are."""

from django.forms.renderers import TemplatesSetting


class DesignRenderer(TemplatesSetting):
    """Widgets, fields and forms come from templates/, then from Django."""
