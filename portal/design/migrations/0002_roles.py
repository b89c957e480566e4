from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role


class Migration(migrations.Migration):
    dependencies = [("design", "0001_initial"), ("people", "0002_roles")]
    operations = [
        migrations.RunPython(
            grant(Role.ADMINISTRATOR, ["design.change_brand"]), migrations.RunPython.noop
        )
    ]
