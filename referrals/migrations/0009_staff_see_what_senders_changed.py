from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0008_drafts_know_their_former_link")]

    operations = [
        migrations.AddField(
            model_name="inboundmessage",
            name="seen_at",
            field=models.DateTimeField(
                help_text="When staff first read the referral with this message.", null=True
            ),
        ),
    ]
