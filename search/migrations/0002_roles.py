from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

PROMOTED = [f"search.{action}_promotedresult" for action in ("add", "change", "delete", "view")]


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("people", "0002_roles")]
    operations = [
        migrations.RunPython(grant(role, PROMOTED), migrations.RunPython.noop)
        for role in (Role.EDITOR, Role.ADMINISTRATOR)
    ]
