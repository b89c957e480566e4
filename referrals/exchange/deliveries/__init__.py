"""What leaves the house, as staff see it: waiting, failing, given up. No health data here."""
