from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant(role, []), migrations.RunPython.noop) for role in Role]
