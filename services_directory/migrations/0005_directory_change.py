from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("services_directory", "0004_overdue_since")]
    operations = [
        migrations.CreateModel(
            name="DirectoryChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("service_key", models.UUIDField(null=True)),
            ],
            options={"ordering": ["pk"], "default_permissions": ()},
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(fields=["last_modified"], name="service_last_modified"),
        ),
    ]
