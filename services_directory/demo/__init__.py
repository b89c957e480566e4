"""The directory of Wyvern Vale: fictional local services and real national helplines.

Tables lie beside this file. A key always gives the same UUID; what exists is left as it is, so
that edits outlive a second run.
"""

from collections.abc import Callable

from django.db import transaction

from services_directory.demo.assurance import load_states
from services_directory.demo.bodies import load_locations, load_organizations
from services_directory.demo.imports import load as load_imports
from services_directory.demo.proposals import load_proposals
from services_directory.demo.services import load_services
from services_directory.demo.terms import load_terms

ORDER = 40


def load(say: Callable[[str], None]) -> None:
    """Load all tables, or nothing: a bad row raises DemoDataError with file and line."""
    with transaction.atomic():
        terms = load_terms()
        organizations = load_organizations()
        locations = load_locations(organizations)
        say(f"Directory: {len(organizations)} organisations, {len(locations)} places.")
        made = load_services(organizations, locations, terms, say)
        load_states()
    say(f"Directory: {made} new services.")
    load_proposals(say)
    load_imports(say)
