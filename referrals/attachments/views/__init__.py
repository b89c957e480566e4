"""Pages on which files are added, and opened by staff."""
