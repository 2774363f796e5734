"""What follows a change of the records, and a migration, in this order.

A change, in its transaction (`open_edition` in models/editions.py):
1. The records and their history rows are written.
2. The edition gets its number, if the public sees any of the change.
3. `edition_created`: what it released or corrected is frozen as versions, and the edition
   downgrades to RELATED each correction that made none.
4. The edition names the statements it changed.
5. `records_changed`: the checks note which records they concern.

After the commit:
6. The search index catches up. If it cannot, the next search tries again.
7. The checks run on those records. If they fail, the error is logged.

After a migration:
1. Each role gets exactly its rights.
2. Published statements without a version get their first.
3. Withdrawn statements without a redirection get one.
"""

from django.db import transaction
from django.db.models.signals import post_migrate

from dialogues.index.writer import catch_up
from dialogues.models.editions import edition_created, records_changed
from dialogues.publishing.versions import freeze_changed, freeze_unfrozen
from dialogues.publishing.workflow import create_missing_redirects
from dialogues.quality.runner import check_after_commit
from dialogues.roles import grant_roles


def connect(app):
    """Connect every receiver; `app` is the configuration whose migrations they follow."""
    edition_created.connect(on_edition_created)
    records_changed.connect(on_records_changed)
    post_migrate.connect(on_migration, sender=app)


def on_edition_created(sender, edition, kinds, reasons, **kwargs):
    """Returns the keys of the statements whose correction changed nothing that is frozen."""
    transaction.on_commit(catch_up, robust=True)
    return freeze_changed(edition, kinds, reasons)


def on_records_changed(sender, records, **kwargs):
    check_after_commit(records)


def on_migration(sender, using, **kwargs):
    grant_roles(using)
    freeze_unfrozen()
    create_missing_redirects()
