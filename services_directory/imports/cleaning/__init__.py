"""Making other people's values fit ours. Every function is pure and says what it changed.

A cleaner of one value returns (value, note): the note is empty when nothing was lost or guessed,
else a fixed sentence for staff, so that equal ones can be counted.
"""
