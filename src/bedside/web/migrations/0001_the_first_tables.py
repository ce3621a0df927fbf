"""The first tables: dossiers, their revisions, and shares."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DossierRow",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("document", models.JSONField()),
                ("claims", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("began_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                ("key_slots", models.JSONField(default=list)),
                ("epoch", models.PositiveIntegerField(default=1)),
                ("link", models.CharField(max_length=64, null=True, unique=True)),
                ("recovery", models.CharField(max_length=64, null=True, unique=True)),
            ],
            options={
                "db_table": "dossier",
            },
        ),
        migrations.CreateModel(
            name="ShareRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=64, unique=True)),
                ("for_whom", models.JSONField(default=str)),
                ("hides_names", models.BooleanField(default=True)),
                ("hides_scores", models.BooleanField(default=True)),
                ("made_at", models.DateTimeField()),
                ("ends_on", models.DateField(null=True)),
                ("sealed_key", models.JSONField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shares", to="bedside.dossierrow"
                    ),
                ),
            ],
            options={
                "db_table": "share",
                "ordering": ("-made_at",),
            },
        ),
        migrations.CreateModel(
            name="RevisionRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("document", models.JSONField()),
                ("what", models.JSONField()),
                ("saved_at", models.DateTimeField()),
                ("restores", models.PositiveIntegerField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="revisions", to="bedside.dossierrow"
                    ),
                ),
            ],
            options={
                "db_table": "revision",
                "ordering": ("-version",),
                "constraints": [models.UniqueConstraint(fields=("dossier", "version"), name="one_revision_a_version")],
            },
        ),
    ]
