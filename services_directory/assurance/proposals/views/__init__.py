"""Pages for partners, for the holder of a signed link, and for staff."""
