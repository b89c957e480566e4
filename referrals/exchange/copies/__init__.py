"""Copies of one referral for staff: a page to print, and the message that others would get."""
