"""Open Referral UK 3.0 objects, one a file."""

from services_directory.models.accessibility import Accessibility
from services_directory.models.address import Address
from services_directory.models.attribute import Attribute
from services_directory.models.change_proposal import ChangeProposal
from services_directory.models.contact import Contact
from services_directory.models.cost_option import CostOption
from services_directory.models.directory_change import DirectoryChange
from services_directory.models.duplicate_proposal import DuplicateProposal
from services_directory.models.feed import Feed
from services_directory.models.import_run import ImportRow, ImportRun
from services_directory.models.language import Language
from services_directory.models.link_check import LinkCheck
from services_directory.models.location import Location
from services_directory.models.membership import Membership
from services_directory.models.organization import Organization
from services_directory.models.organization_identifier import OrganizationIdentifier
from services_directory.models.phone import Phone
from services_directory.models.problem_report import ProblemReport
from services_directory.models.schedule import Schedule
from services_directory.models.service import Service
from services_directory.models.service_area import ServiceArea
from services_directory.models.service_at_location import ServiceAtLocation
from services_directory.models.taxonomy import Taxonomy
from services_directory.models.taxonomy_term import TaxonomyTerm
from services_directory.models.verification import Verification

__all__ = [
    "Accessibility",
    "Address",
    "Attribute",
    "ChangeProposal",
    "Contact",
    "CostOption",
    "DirectoryChange",
    "DuplicateProposal",
    "Feed",
    "ImportRow",
    "ImportRun",
    "Language",
    "LinkCheck",
    "Location",
    "Membership",
    "Organization",
    "OrganizationIdentifier",
    "Phone",
    "ProblemReport",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "Taxonomy",
    "TaxonomyTerm",
    "Verification",
]
