from wagtail.snippets.models import register_snippet

from services_directory.viewsets import DirectoryGroup

register_snippet(DirectoryGroup)
