from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0009_staff_see_what_senders_changed")]

    operations = [
        migrations.AddField(
            model_name="inboundmessage",
            name="focus_id",
            field=models.CharField(
                blank=True,
                db_index=True,
                default="",
                help_text="The sender's id of the ServiceRequest.",
                max_length=64,
            ),
            preserve_default=False,
        ),
    ]
