from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("services_directory", "0003_feeds_and_assurance")]
    operations = [
        migrations.AddField(
            model_name="service",
            name="overdue_since",
            field=models.DateField(
                editable=False, null=True, verbose_name="on the list of overdue entries since"
            ),
        ),
    ]
