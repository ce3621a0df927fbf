"""How often the private claims were changed, so that what is computed from them is known to be fresh."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bedside", "0001_the_first_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossierrow",
            name="claims_version",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
