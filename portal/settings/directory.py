"""How the directory is kept true. Ages are of the last check of an entry."""

from portal.settings import env

# Open Referral UK: "collectors should verify their data quarterly".
DIRECTORY_AMBER_MONTHS = env.whole_number("DIRECTORY_AMBER_MONTHS", 3)
DIRECTORY_RED_MONTHS = env.whole_number("DIRECTORY_RED_MONTHS", 6)
DIRECTORY_HIDE_MONTHS = env.whole_number("DIRECTORY_HIDE_MONTHS", 12)
# How long an overdue entry stands on the work-list before it can be hidden.
DIRECTORY_NOTICE_DAYS = env.whole_number("DIRECTORY_NOTICE_DAYS", 28)
# A provider is not asked about the same entry more often than this.
DIRECTORY_ASK_WEEKS = env.whole_number("DIRECTORY_ASK_WEEKS", 4)
DIRECTORY_LINK_DAYS = env.whole_number("DIRECTORY_LINK_DAYS", 28)
# The shared mailbox of those who keep the directory.
DIRECTORY_MAILBOX = env.text("DIRECTORY_MAILBOX", "directory@wyvernvale.example")
# Whether the worker asks web addresses of entries if they still answer.
DIRECTORY_CHECKS_LINKS = env.flag("DIRECTORY_CHECKS_LINKS", True)
