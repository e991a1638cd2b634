"""The digest that opening compares with is that of the tables that making a project makes."""

import sqlite3

import pytest

from framework_qda.project.schema import SCHEMA_DIGEST, create_tables, schema_digest


@pytest.fixture
def connection():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(connection)
    yield connection
    connection.close()


def test_the_digest_is_that_of_new_tables(connection):
    assert schema_digest(connection) == SCHEMA_DIGEST


@pytest.mark.parametrize("statement", ["create table x (y)", "drop index idx_cell_id", "create view v as select 1"])
def test_any_other_table_shows(connection, statement):
    connection.execute(statement)
    assert schema_digest(connection) != SCHEMA_DIGEST
