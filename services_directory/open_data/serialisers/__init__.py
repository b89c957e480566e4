"""Objects of the directory as Open Referral UK 3.0, one module an object.

Gaps of the UK profile are filled with names of HSDS 3.0; names that neither has begin with `fd_`.
Empty fields are left out. No serialiser reads a field that is for staff alone.
"""
