"""What staff see of messages that came in."""
