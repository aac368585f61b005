"""A contact point is for everybody or for colleagues only. What says clearly that it is for colleagues becomes so."""

import re
from typing import Any

from django.db import migrations, models

ONLY = re.compile(
    r"\b(alleen|uitsluitend|enkel)\b.*\bcollega|^\s*(voor\s+)?(onze\s+)?collega['’]?s?\s*\.?\s*$", re.IGNORECASE
)
OTHERS = re.compile(
    r"inwoner|bewoner|burger|iedereen|melder|slachtoffer|ouder|jongere|partner|niet\s+(alleen|enkel|uitsluitend)",
    re.IGNORECASE,
)


def for_colleagues(for_whom: str) -> bool:
    """Whether these words clearly say that only colleagues may see it."""
    return bool(ONLY.search(for_whom)) and not OTHERS.search(for_whom)


def choose(apps: Any, editor: Any) -> None:
    """Choose for the contact points that are there; the others stay for everybody."""
    contacts = apps.get_model("knowledge", "LocalContact").objects
    for each in contacts.filter(for_whom_nl__icontains="collega"):
        if for_colleagues(each.for_whom_nl):
            contacts.filter(pk=each.pk).update(shown_to="colleagues")


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0001_local_contacts_and_texts")]

    operations = [
        migrations.AddField(
            model_name="localcontact",
            name="shown_to",
            field=models.CharField(
                choices=[
                    ("everybody", "Iedereen, op de openbare site"),
                    ("colleagues", "Alleen collega's die zijn aangemeld"),
                ],
                default="everybody",
                max_length=10,
            ),
        ),
        migrations.RunPython(choose, migrations.RunPython.noop),
    ]
