"""Deliver what the outbox holds: at least once, each message under one id, whatever fails."""
