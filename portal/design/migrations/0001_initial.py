import django.db.models.deletion
from django.db import migrations, models

import portal.design.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0001_initial"),
        ("wagtailimages", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Brand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(default="Front Door", max_length=60)),
                ("area_name", models.CharField(blank=True, max_length=80)),
                (
                    "primary_colour",
                    models.CharField(
                        default="#0f5257",
                        help_text="Header and buttons. It must be dark enough to read on the page.",
                        max_length=7,
                        validators=[portal.design.models.validate_colour],
                    ),
                ),
                (
                    "accent_colour",
                    models.CharField(
                        default="#6a3d78",
                        help_text="The pages about grief.",
                        max_length=7,
                        validators=[portal.design.models.validate_colour],
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
                    ),
                ),
            ],
            options={"verbose_name": "brand"},
        ),
    ]
