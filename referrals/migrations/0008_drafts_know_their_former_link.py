"""A link that was given up for another still leads to a page that says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0007_staff_see_and_replay_deliveries")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="former_digest",
            field=models.CharField(blank=True, db_index=True, default="", max_length=64),
            preserve_default=False,
        ),
    ]
