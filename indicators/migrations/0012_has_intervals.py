"""Whether the figures of a release come with confidence intervals."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0011_issue_goal_links"),
    ]

    operations = [
        migrations.AddField(
            model_name="releaseimport",
            name="has_intervals",
            field=models.BooleanField(default=False, verbose_name="avec intervalles de confiance"),
        ),
    ]
