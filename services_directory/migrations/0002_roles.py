from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

WORK = ["add", "change", "view"]
MODELS = ["organization", "location", "taxonomy", "taxonomyterm"]


def _all(actions: list[str]) -> list[str]:
    return [f"services_directory.{action}_{model}" for model in MODELS for action in actions]


DIRECTORY_EDITOR = [
    "wagtailadmin.access_admin",
    *_all([*WORK, "delete"]),
    *[f"services_directory.{action}_service" for action in [*WORK, "delete", "publish"]],
]
LOCKS = ["services_directory.lock_service", "services_directory.unlock_service"]
# Staff who answer calls read what is for staff, and change nothing.
READER = ["services_directory.view_service"]


class Migration(migrations.Migration):
    dependencies = [
        ("services_directory", "0001_initial"),
        ("people", "0002_roles"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [
        migrations.RunPython(
            grant(Role.DIRECTORY_EDITOR, DIRECTORY_EDITOR), migrations.RunPython.noop
        ),
        migrations.RunPython(grant(Role.TRIAGE, READER), migrations.RunPython.noop),
        migrations.RunPython(
            grant(Role.ADMINISTRATOR, [*DIRECTORY_EDITOR, *LOCKS]),
            migrations.RunPython.noop,
        ),
    ]
