"""A visitor's list of services. It lives in the address: no account, no cookie, nothing kept."""
