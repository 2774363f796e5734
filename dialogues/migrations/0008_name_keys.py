"""Compute the keys of names again: hyphens, abbreviations and unseen characters do not count now."""

from django.db import migrations

from dialogues.text.names import name_key


def compute_keys(apps, _schema_editor):
    """A name whose new key another one has keeps its old key: nothing is lost, and the next save
    of either says that it is recorded already."""
    for model, column in (("Participant", "name"), ("Name", "name"), ("ThemeAlias", "alias")):
        records = apps.get_model("dialogues", model)._base_manager.order_by("pk")
        taken = set(records.values_list("key", flat=True))
        for record in records.only("key", column):
            key = name_key(getattr(record, column))
            if key != record.key and key not in taken:
                taken.add(key)
                records.filter(pk=record.pk).update(key=key)


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0007_the_whole_record")]

    operations = [migrations.RunPython(compute_keys, migrations.RunPython.noop, elidable=True)]
