"""What the worker does for search: (name, every so many seconds, function)."""

from search.journal import apply_pending

JOBS = [("search-journal", 5, apply_pending)]
