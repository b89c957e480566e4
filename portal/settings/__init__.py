"""Settings: base for all, then one module an environment. No logic here; see env.py."""
