"""Which new services may be here already under another key: found and shown, never merged."""

from services_directory.imports.duplicates.finding import find

__all__ = ["find"]
