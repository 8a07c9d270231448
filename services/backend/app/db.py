"""The database file: how it is opened, kept safe and brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

from app.domain.errors import RingsideError

MIGRATIONS = Path(__file__).resolve().parents[1] / "alembic"


class DatabaseNewer(RingsideError):
    """The file was written by a later Ringside."""

    code = "database_newer"


class Database:
    """One SQLite file in WAL mode; opened and migrated at first use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._sessions: sessionmaker[Session] | None = None
        self._engine: Engine | None = None

    def open(self) -> None:
        """Create or migrate the file; safe to call again."""
        with self._lock:
            if self._sessions is not None:
                return
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            engine = create_engine(f"sqlite:///{self._path}", connect_args={"timeout": 10}, hide_parameters=True)
            event.listen(engine, "connect", _pragmas)
            self._migrate(engine)
            self._path.chmod(0o600)
            self._engine = engine
            self._sessions = sessionmaker(engine, expire_on_commit=False)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back on error."""
        self.open()
        assert self._sessions is not None
        with self._sessions.begin() as session:
            yield session

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
            self._engine = self._sessions = None

    def _migrate(self, engine: Engine) -> None:
        # Imported here: the process says that it is ready before it opens the file.
        from alembic import command
        from alembic.config import Config
        from alembic.migration import MigrationContext
        from alembic.script import ScriptDirectory
        from alembic.util import CommandError

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        script = ScriptDirectory.from_config(config)
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        if current == script.get_current_head():
            return
        try:
            script.get_revision(current or "base")
        except CommandError as error:
            raise DatabaseNewer(
                "This data was written by a newer Ringside.",
                "Update Ringside, or start it with another --data-dir.",
            ) from error
        if current is not None:
            self._back_up(current)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def _back_up(self, revision: str) -> None:
        target = self._path.with_name(f"{self._path.name}.before-{revision}.bak")
        source, copy = sqlite3.connect(self._path), sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            copy.close()
            source.close()


def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
