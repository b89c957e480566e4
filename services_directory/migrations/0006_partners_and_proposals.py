from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

PROPOSE = ["services_directory.propose_changeproposal"]
DECIDE = ["services_directory.decide_changeproposal"]
MEMBERS = [
    f"services_directory.{action}_membership" for action in ("add", "change", "delete", "view")
]
NOTHING = migrations.RunPython.noop


class Migration(migrations.Migration):
    dependencies = [
        ("services_directory", "0005_directory_change"),
        ("people", "0004_partners"),
    ]
    operations = [
        migrations.RunPython(grant(Role.PARTNER, PROPOSE), NOTHING),
        migrations.RunPython(grant(Role.DIRECTORY_EDITOR, DECIDE), NOTHING),
        migrations.RunPython(grant(Role.ADMINISTRATOR, [*DECIDE, *MEMBERS]), NOTHING),
    ]
