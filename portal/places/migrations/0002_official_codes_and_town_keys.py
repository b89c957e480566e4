import django.db.models.deletion
from django.db import migrations, models

import portal.places.models


class Migration(migrations.Migration):

    dependencies = [("places", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="area",
            name="gss_code",
            field=models.CharField(blank=True, max_length=9, null=True, unique=True, verbose_name="official code"),
        ),
        migrations.AlterField(
            model_name="area",
            name="kind",
            field=models.CharField(choices=[("locality", "Locality"), ("council", "Council"), ("partnership", "Partnership"), ("icb", "Integrated care board"), ("country", "Country")], max_length=20),
        ),
        migrations.AddField(
            model_name="postcode",
            name="icb",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="places.area"),
        ),
        migrations.AlterField(
            model_name="postcode",
            name="locality",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="postcode",
            name="locality_key",
            field=portal.places.models.NameKeyField(blank=True, db_index=True, default="", editable=False, max_length=80),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="PostcodeLoad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("loaded_at", models.DateTimeField(auto_now_add=True)),
                ("sources", models.CharField(help_text="As `ons open-names`.", max_length=60)),
                ("postcodes", models.PositiveIntegerField()),
            ],
            options={"get_latest_by": ["loaded_at", "pk"]},
        ),
    ]
