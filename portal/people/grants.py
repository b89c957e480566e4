"""Grant permissions to roles from inside a migration."""

from collections.abc import Callable, Iterable
from typing import Any

from portal.people.roles import Role


def grant(role: Role, permissions: Iterable[str]) -> Callable[[Any, Any], None]:
    """Return a RunPython function that gives `role` each `app_label.codename_model` permission.

    Django makes permissions only after all migrations, so missing ones are made here under the
    name that Django would give them.
    """
    wanted = list(permissions)

    def run(apps: Any, schema_editor: Any) -> None:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=str(role))
        for name in wanted:
            group.permissions.add(_permission(apps, name))

    return run


def _permission(apps: Any, name: str) -> Any:
    app_label, codename = name.split(".")
    action, _, model = codename.rpartition("_")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": f"Can {action.replace('_', ' ')} {model}"},
    )
    return permission
