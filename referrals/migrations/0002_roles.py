from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_initial"), ("people", "0002_roles")]
    operations = [
        migrations.RunPython(
            grant(Role.TRIAGE, ["referrals.view_referral", "referrals.change_referral"]),
            migrations.RunPython.noop,
        ),
        migrations.RunPython(
            grant(Role.ADMINISTRATOR, ["referrals.view_auditevent"]), migrations.RunPython.noop
        ),
    ]
