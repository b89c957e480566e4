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
# How much of a referral's letters and photos one message carries; the others are named in it.
REFERRALS_SEND_FILE_BYTES = env.whole_number("REFERRALS_SEND_FILE_MEGABYTES", 5) * 1_000_000

# Who may send us referrals, as `name:sha256 of the token` or of the client certificate, in hex;
# off until somebody may. See docs/operations.md, "Receiving referrals".
BARS_RECEIVER_TOKENS = env.words("BARS_RECEIVER_TOKENS")
BARS_RECEIVER_CERTIFICATES = env.words("BARS_RECEIVER_CERTIFICATES")
BARS_RECEIVER_CERTIFICATE_HEADER = env.text("BARS_RECEIVER_CERTIFICATE_HEADER", "")
BARS_RECEIVER_SERVICE_IDS = env.words("BARS_RECEIVER_SERVICE_IDS", REFERRALS_SERVICE_ID)
# An answer that would come later than this is none: BaRS Core 1.5.0, 5,000 ms.
BARS_RECEIVER_SECONDS = 5.0
# A message with its letters and photos, in Base64; larger ones are refused.
BARS_RECEIVER_BYTES = env.whole_number("BARS_RECEIVER_MEGABYTES", 10) * 1_000_000
