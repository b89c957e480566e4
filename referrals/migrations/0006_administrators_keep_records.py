from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0005_outcomes_withdrawn_and_died"),
        ("people", "0002_roles"),
    ]
    operations = [
        migrations.RunPython(
            grant(Role.ADMINISTRATOR, ["referrals.view_deletioncertificate"]),
            migrations.RunPython.noop,
        )
    ]
