"""Reads the postcode files that an operator downloads; see docs/operations.md."""
