"""`manage.py db_worker`: the worker of django-tasks-db, which says what goes wrong and not each task that goes well."""

import logging

from django_tasks_db.management.commands import db_worker

LOGGERS = ("django_tasks", "django_tasks_db")


class Command(db_worker.Command):
    """As in django-tasks-db, quieter: `--verbosity 2` tells every task."""

    def configure_logging(self, verbosity: int) -> None:
        super().configure_logging(verbosity)
        if verbosity == 1:
            for name in LOGGERS:
                logging.getLogger(name).setLevel(logging.WARNING)
