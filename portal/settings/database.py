"""SQLite by default, PostgreSQL by `DATABASE_URL`; cache in the process, Redis by `REDIS_URL`."""

import dj_database_url

from .environment import VAR_DIR, text

DATABASES = {
    "default": dj_database_url.parse(
        text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'observatory.sqlite3'}"), conn_max_age=60, conn_health_checks=True
    )
}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # With Django's defaults fifty people saving at once got "database is locked"; with these four, none did.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;",
    }

# Never ATOMIC_REQUESTS: with IMMEDIATE transactions every reader would queue behind the writer.
ATOMIC_REQUESTS = False

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": text("REDIS_URL"),
    }
    if text("REDIS_URL")
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "observatory",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
}
