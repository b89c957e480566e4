"""Who may do what with pages, and the one workflow all pages go through."""

from django.db import migrations

from portal.people.grants import grant
from portal.people.roles import Role

ADMIN = "wagtailadmin.access_admin"
FACTS = [
    f"content.{action}_{model}"
    for model in ("topic", "timescale")
    for action in ("add", "change", "view")
]
READ_FEEDBACK = "content.view_pagefeedback"
PAGES = {
    Role.EDITOR: ["add_page", "change_page"],
    Role.REVIEWER: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
    Role.ADMINISTRATOR: [
        "add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page",
    ],
}
GRANTS = {
    Role.EDITOR: [ADMIN, *FACTS, READ_FEEDBACK],
    Role.REVIEWER: [ADMIN, *FACTS, READ_FEEDBACK],
    Role.ADMINISTRATOR: [
        ADMIN, *FACTS, READ_FEEDBACK,
        "content.delete_topic", "content.delete_timescale", "content.delete_pagefeedback",
        "wagtailcore.add_workflow", "wagtailcore.change_workflow",
        "wagtailredirects.add_redirect", "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ],
}


def forget_wagtails_own_roles(apps, schema_editor):
    """Wagtail starts with Moderators, who may publish what they wrote; the house has no such role."""
    apps.get_model("wagtailcore", "Workflow").objects.all().delete()
    apps.get_model("wagtailcore", "Task").objects.all().delete()
    apps.get_model("auth", "Group").objects.filter(name="Moderators").delete()


def give_pages(apps, schema_editor):
    Permission = apps.get_model("auth", "Permission")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtailcore", model="page"
    )
    for role, codenames in PAGES.items():
        group = apps.get_model("auth", "Group").objects.get(name=str(role))
        GroupPagePermission.objects.filter(group=group).delete()
        for codename in codenames:
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": f"Can {codename}"}
            )
            GroupPagePermission.objects.create(
                group=group, page=_root(apps), permission=permission
            )


def attach_workflow(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="content", model="secondpairofeyes"
    )
    task = apps.get_model("content", "SecondPairOfEyes").objects.create(
        name="A second person reads it", content_type=content_type, active=True
    )
    task.groups.set(
        Group.objects.filter(name__in=[str(Role.REVIEWER), str(Role.ADMINISTRATOR)])
    )
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(
        name="Editor then reviewer", active=True
    )
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task_id=task.task_ptr_id, sort_order=0
    )
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(
        workflow=workflow, page=_root(apps)
    )


def _root(apps):
    return apps.get_model("wagtailcore", "Page").objects.get(depth=1)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0001_initial"),
        ("people", "0002_roles"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]
    operations = [
        migrations.RunPython(forget_wagtails_own_roles, migrations.RunPython.noop),
        *[
            migrations.RunPython(grant(role, permissions), migrations.RunPython.noop)
            for role, permissions in GRANTS.items()
        ],
        migrations.RunPython(give_pages, migrations.RunPython.noop),
        migrations.RunPython(attach_workflow, migrations.RunPython.noop),
    ]
