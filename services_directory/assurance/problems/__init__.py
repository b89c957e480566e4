"""Somebody says that an entry is wrong: kept, told to the owner, answered within 48 hours."""
