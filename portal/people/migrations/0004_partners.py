from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role


class Migration(migrations.Migration):
    dependencies = [("people", "0003_administrators")]
    operations = [migrations.RunPython(grant(Role.PARTNER, []), migrations.RunPython.noop)]
