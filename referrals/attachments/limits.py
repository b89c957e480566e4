"""How much can be added to one form. The page that asks for files says the same numbers."""

MEGABYTE = 1_000_000
LARGEST_FILE = 7 * MEGABYTE
MOST_FILES = 8
LARGEST_TOGETHER = 30 * MEGABYTE
LONGEST_NAME = 100
# A phone's camera makes 12 to 50 million points; more of them is no photograph of a letter.
MOST_POINTS = 60_000_000
LONGEST_SIDE = 5000
