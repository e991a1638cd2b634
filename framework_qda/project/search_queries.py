"""The queries that find words in the large tables: what is deleted, or belongs to something deleted, is left out.

The index is asked first and its rows are looked up one by one: driven from the other side, a word that is everywhere
takes minutes.
"""

from collections.abc import Mapping

from framework_qda.project.hits import HitKind

_THEME_CELLS = """
    select cell.id from cell
    where cell.gone <> 1 and cell.subtopic_id in (select id from subtopic where theme_id = :theme)
"""
_HIDDEN_INTERVIEWS = "select id from interview where gone = 1"
_INTERVIEWS_OF_CASE = "select id from interview where case_study_id = :case_study"


def _last_analyst(entity: str) -> str:
    return f"""
        (
            select json_extract(head, '$.a') from change
            where change.entity = {entity} order by json_extract(head, '$.l') desc, change.id desc limit 1
        )
    """


QUERIES: Mapping[HitKind, str] = {
    HitKind.CELL: f"""
        select statement.n, statement.text, cell.interview_id, cell.subtopic_id, statement.position, statement.kind,
          null, statement.id
        from statement_fts
        cross join statement on statement.n = statement_fts.rowid
        cross join cell on cell.id = statement.cell_id
        where statement_fts match :q and cell.gone <> 1
          and cell.interview_id not in ({_HIDDEN_INTERVIEWS})
          and cell.subtopic_id not in (select id from subtopic where gone = 1)
    """,
    HitKind.EXTRACT: f"""
        select extract.n, extract.text, extract.interview_id, '', coalesce(extract.start_ms, 0), extract.stage,
          extract.start_ms, extract.id
        from extract_fts
        cross join extract on extract.n = extract_fts.rowid
        where extract_fts match :q and extract.gone <> 1 and extract.interview_id not in ({_HIDDEN_INTERVIEWS})
    """,
    HitKind.NOTES: f"""
        select paragraph.n, paragraph.text, document.interview_id, document.id, paragraph.number, paragraph.speaker,
          paragraph.start_ms, paragraph.id
        from paragraph_fts
        cross join paragraph on paragraph.n = paragraph_fts.rowid
        cross join document on document.id = paragraph.document_id
        where paragraph_fts match :q and paragraph.gone <> 1 and document.gone <> 1
          and document.interview_id not in ({_HIDDEN_INTERVIEWS})
    """,
}
"""Each gives rows of n, text, interview, what it stands in, number, detail, place in the recording, record."""

FILTERS: Mapping[HitKind, Mapping[str, str]] = {
    HitKind.CELL: {
        "case_study": f"cell.interview_id in ({_INTERVIEWS_OF_CASE})",
        "theme": "cell.subtopic_id in (select id from subtopic where theme_id = :theme)",
        "analyst": f"{_last_analyst('cell.id')} = :analyst",
    },
    HitKind.EXTRACT: {
        "case_study": f"extract.interview_id in ({_INTERVIEWS_OF_CASE})",
        "theme": f"extract.id in (select extract_id from evidence where cell_id in ({_THEME_CELLS}))",
        "analyst": f"{_last_analyst('extract.id')} = :analyst",
    },
    HitKind.NOTES: {
        "case_study": f"document.interview_id in ({_INTERVIEWS_OF_CASE})",
        # A paragraph has the themes of the cells that cite it.
        "theme": f"""
            paragraph.id in (
                select json_extract(anchor.value, '$.paragraph_id')
                from evidence
                cross join extract on extract.id = evidence.extract_id
                cross join json_each(extract.anchors) as anchor
                where evidence.cell_id in ({_THEME_CELLS})
            )
        """,
        # An import writes its paragraphs as one entry of their document.
        "analyst": f"coalesce({_last_analyst('paragraph.id')}, {_last_analyst('document.id')}) = :analyst",
    },
}
"""What a filter adds to a query."""

STRETCHES: Mapping[HitKind, str] = {
    HitKind.CELL: f"""
        select min(statement.n), max(statement.n) from cell
        cross join statement on statement.cell_id = cell.id
        where cell.interview_id in ({_INTERVIEWS_OF_CASE})
    """,
    HitKind.EXTRACT: f"select min(n), max(n) from extract where interview_id in ({_INTERVIEWS_OF_CASE})",
    HitKind.NOTES: f"""
        select min(paragraph.n), max(paragraph.n) from document
        cross join paragraph on paragraph.document_id = document.id
        where document.interview_id in ({_INTERVIEWS_OF_CASE})
    """,
}
"""Between which rows those of a case study lie: nearly always close together, and the index need look nowhere else."""

TARGETS: Mapping[HitKind, str] = {HitKind.CELL: "statement", HitKind.EXTRACT: "extract", HitKind.NOTES: "paragraph"}
"""The type of record that a hit leads to."""

THEME_SUBJECTS = f"""
    {_THEME_CELLS}
    union select extract_id from evidence where cell_id in ({_THEME_CELLS})
    union select id from subtopic where theme_id = :theme
    union select :theme
"""
"""What a comment must be about to belong to a theme."""
