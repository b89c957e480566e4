from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

ALL = [f"contacts.{action}_contactpoint" for action in ("add", "change", "delete", "view")]
SEE = ["contacts.view_contactpoint"]


class Migration(migrations.Migration):
    """A number stands on every page: administrators keep it, editors and reviewers choose it."""

    dependencies = [("contacts", "0001_initial"), ("people", "0002_roles")]
    operations = [
        migrations.RunPython(grant(role, names), migrations.RunPython.noop)
        for role, names in [
            (Role.ADMINISTRATOR, ALL),
            (Role.EDITOR, SEE),
            (Role.REVIEWER, SEE),
        ]
    ]
