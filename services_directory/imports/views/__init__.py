"""The staff screens of imports."""
