"""Every test of a ledger runs on SQLite, and on PostgreSQL where a server is named in RIWAYA_TEST_POSTGRES."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from riwaya.ledger.ledger import Ledger

SERVER = os.environ.get("RIWAYA_TEST_POSTGRES", "")
WHY = "no PostgreSQL: RIWAYA_TEST_POSTGRES names no server (.ci/run starts one)"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new ledger may lie."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    if not SERVER:
        pytest.skip(WHY)
    name = f"t{uuid.uuid4().hex[:12]}"
    engine = create_engine(make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{SERVER}?options=-csearch_path%3D{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """A new ledger."""
    with Ledger(address, user="tester") as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger in an SQLite file, for what only a file can show."""
    with Ledger(tmp_path / "ledger.db", user="tester") as made:
        yield made
