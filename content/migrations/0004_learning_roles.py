"""Editors write learning and its dates; a reviewer publishes it; administrators keep frameworks."""

from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

ADMIN = "wagtailadmin.access_admin"
WRITE = [
    f"content.{action}_{model}"
    for model in ("learningoffering", "learningsession")
    for action in ("add", "change", "view")
]
READ_FRAMEWORKS = ["content.view_framework"]
PUBLISH = ["content.publish_learningoffering"]
KEEP = [
    *[f"content.{action}_framework" for action in ("add", "change", "delete")],
    "content.delete_learningoffering",
    "content.delete_learningsession",
]
GRANTS = {
    Role.EDITOR: [ADMIN, *WRITE, *READ_FRAMEWORKS],
    Role.REVIEWER: [ADMIN, *WRITE, *READ_FRAMEWORKS, *PUBLISH],
    Role.ADMINISTRATOR: [ADMIN, *WRITE, *READ_FRAMEWORKS, *PUBLISH, *KEEP],
}


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0003_learning"),
        ("people", "0002_roles"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [
        migrations.RunPython(grant(role, permissions), migrations.RunPython.noop)
        for role, permissions in GRANTS.items()
    ]
