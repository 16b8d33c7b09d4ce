"""The link between the priority issues of companies and the goals."""

import django.db.models.deletion
from django.db import migrations, models

from indicators.reference.issue_goal_links import load_issue_goal_links
from indicators.roles import set_up_roles


def load(apps, schema_editor):
    load_issue_goal_links(lambda name: apps.get_model("indicators", name))
    set_up_roles(apps.get_model)


class Migration(migrations.Migration):
    dependencies = [("indicators", "0010_calendar_roles")]

    operations = [
        migrations.CreateModel(
            name="IssueGoalLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "strength",
                    models.CharField(
                        choices=[("main", "lien fort"), ("secondary", "lien secondaire")],
                        default="secondary",
                        max_length=10,
                        verbose_name="force du lien",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="issue_links",
                        to="indicators.goal",
                        verbose_name="objectif",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goal_links",
                        to="indicators.priorityissue",
                        verbose_name="enjeu prioritaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "lien entre un enjeu et un objectif",
                "verbose_name_plural": "liens entre les enjeux et les objectifs",
                "ordering": ["issue", "goal"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("issue", "goal"),
                        name="issue_goal_link_once",
                        violation_error_message="Cet enjeu et cet objectif sont déjà liés.",
                    )
                ],
            },
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
