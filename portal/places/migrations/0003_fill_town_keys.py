from django.db import migrations

from portal.places.names import name_key


def fill_keys(apps, schema_editor):
    rows = apps.get_model("places", "Postcode").objects
    for name in rows.exclude(locality="").order_by().values_list("locality", flat=True).distinct():
        rows.filter(locality=name).update(locality_key=name_key(name))


class Migration(migrations.Migration):

    dependencies = [("places", "0002_official_codes_and_town_keys")]

    operations = [migrations.RunPython(fill_keys, migrations.RunPython.noop, elidable=True)]
