"""The words in which the directory speaks."""
