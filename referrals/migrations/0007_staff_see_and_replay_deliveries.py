from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

PERMISSIONS = ["referrals.view_outboxmessage", "referrals.change_outboxmessage"]


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0006_administrators_keep_records"),
        ("people", "0002_roles"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="outboxmessage",
            options={
                "default_permissions": ("view", "change"),
                "ordering": ["next_try_at", "pk"],
            },
        ),
        migrations.RunPython(grant(Role.TRIAGE, PERMISSIONS), migrations.RunPython.noop),
        migrations.RunPython(grant(Role.ADMINISTRATOR, PERMISSIONS), migrations.RunPython.noop),
    ]
