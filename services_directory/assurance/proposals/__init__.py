"""Partners propose what their entries should say; staff compare, accept or return it."""
