"""The form for all that a partner may propose, made of one part for the entry and rows."""
