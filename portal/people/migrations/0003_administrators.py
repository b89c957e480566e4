from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

ACCOUNTS = [f"people.{action}_user" for action in ("add", "change", "delete", "view")]


class Migration(migrations.Migration):
    dependencies = [("people", "0002_roles")]
    operations = [
        migrations.RunPython(grant(Role.ADMINISTRATOR, ACCOUNTS), migrations.RunPython.noop)
    ]
