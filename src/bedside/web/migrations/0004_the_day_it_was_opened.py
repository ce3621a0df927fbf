"""The last day a dossier was opened, so that a host can let abandoned ones go."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bedside", "0003_lists_that_wait"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossierrow",
            name="opened_on",
            field=models.DateField(null=True),
        ),
    ]
