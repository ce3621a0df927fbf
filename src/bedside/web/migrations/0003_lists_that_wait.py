"""A list of programs that was read and waits until it is decided on."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bedside", "0002_count_the_changes_of_the_claims"),
    ]

    operations = [
        migrations.CreateModel(
            name="WaitingListRow",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="waiting_list",
                        serialize=False,
                        to="bedside.dossierrow",
                    ),
                ),
                ("content", models.JSONField()),
                ("came_at", models.DateTimeField()),
            ],
            options={
                "db_table": "brought_list",
            },
        ),
    ]
