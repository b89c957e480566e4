"""The database itself refuses to change or delete audit rows, whoever asks."""

from typing import Any

TABLE = "referrals_auditevent"
_MESSAGE = "audit rows are append-only"

_SQLITE = {
    f"{TABLE}_no_{verb.lower()}": (
        f"CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    )
    for verb in ("UPDATE", "DELETE")
}
# INSERT OR REPLACE deletes without asking the trigger of DELETE (sqlite.org/lang_conflict.html).
_SQLITE[f"{TABLE}_no_replace"] = (
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_no_replace BEFORE INSERT ON {TABLE} "  # noqa: S608
    f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id) "
    f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
)
_POSTGRESQL_INSTALL = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger AS $$ "
    f"BEGIN RAISE EXCEPTION '{_MESSAGE}'; END $$ LANGUAGE plpgsql",
    f"CREATE OR REPLACE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()",
    f"CREATE OR REPLACE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()",
)
_POSTGRESQL_REMOVE = (
    f"DROP TRIGGER IF EXISTS {TABLE}_append_only ON {TABLE}",
    f"DROP TRIGGER IF EXISTS {TABLE}_no_truncate ON {TABLE}",
    f"DROP FUNCTION IF EXISTS {TABLE}_refuse()",
)

_POSTGRESQL = {f"{TABLE}_append_only", f"{TABLE}_no_truncate"}
# Those switched off, or fired for a replica alone (pg_trigger.tgenabled), guard nothing.
_POSTGRESQL_STANDING = (
    "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') AND tgrelid = to_regclass(%s)"
)
_SQLITE_STANDING = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"


def install(connection: Any) -> None:
    """Make the triggers. SQLite and PostgreSQL; any other database raises NotImplementedError."""
    _run(connection, list(_SQLITE.values()), list(_POSTGRESQL_INSTALL))


def remove(connection: Any) -> None:
    """Drop the triggers: for undoing the migration and for emptying a test database."""
    _run(
        connection,
        [f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE],
        list(_POSTGRESQL_REMOVE),
    )


def missing(connection: Any) -> list[str]:
    """Return the names of the triggers that were dropped or switched off."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(_SQLITE_STANDING if sqlite else _POSTGRESQL_STANDING, [TABLE])
        standing = {name for (name,) in cursor.fetchall()}
    return sorted((set(_SQLITE) if sqlite else _POSTGRESQL) - standing)


def _run(connection: Any, sqlite: list[str], postgresql: list[str]) -> None:
    statements = {"sqlite": sqlite, "postgresql": postgresql}.get(connection.vendor)
    if statements is None:
        raise NotImplementedError(f"No append-only triggers for {connection.vendor}.")
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
