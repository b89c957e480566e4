"""Template tags of the design system; built in, no {% load %} needed."""

from django import template

register = template.Library()
