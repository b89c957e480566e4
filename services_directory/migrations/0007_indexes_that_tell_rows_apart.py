from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("services_directory", "0006_partners_and_proposals")]
    operations = [
        migrations.AlterField(
            model_name="service",
            name="hidden_since",
            field=models.DateField(
                editable=False, null=True, verbose_name="hidden, for nobody has checked it, since"
            ),
        ),
        migrations.AlterField(
            model_name="service",
            name="status",
            field=models.CharField(
                choices=[
                    ("active", "Active"),
                    ("temporarily closed", "Temporarily closed"),
                    ("inactive", "Not running"),
                    ("defunct", "Ended for good"),
                ],
                default="active",
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(
                condition=models.Q(("hidden_since__isnull", False)),
                fields=["hidden_since"],
                name="service_hidden",
            ),
        ),
    ]
