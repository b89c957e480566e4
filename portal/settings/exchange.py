"""Exchange of referrals with other systems: off until a destination is named.

Each destination is one variable: an address, and after `#` what the adapter needs, as
`key=value&key=value`. See docs/operations.md, "Sending referrals on".
"""

from portal.settings import env

# Who we are in messages: name, ODS code, id of our service in the directory of services.
REFERRALS_ORGANISATION_NAME = env.text("REFERRALS_ORGANISATION_NAME", "Front Door")
REFERRALS_ORGANISATION_ODS = env.text("REFERRALS_ORGANISATION_ODS", "")
REFERRALS_SERVICE_ID = env.text("REFERRALS_SERVICE_ID", "")
# The use case of BaRS, from usecases-categories-bars: patient-facing services to primary care.
REFERRALS_USE_CASE = env.text("REFERRALS_USE_CASE", "a7t1")

REFERRALS_SEND_HTTPS = env.text("REFERRALS_SEND_HTTPS", "")
REFERRALS_SEND_MESH = env.text("REFERRALS_SEND_MESH", "")
REFERRALS_SEND_FILES = env.text("REFERRALS_SEND_FILES", "")
