"""From a Word, OpenDocument or Excel file to a draft plan.

`read_document` is the only part that touches the disk; `draft`, `to_json` and `to_yaml` are pure.
"""

from generator.staff.importer.by_hand import ColumnMap, ColumnMapError, read_column_map
from generator.staff.importer.document import Document
from generator.staff.importer.drafting import draft
from generator.staff.importer.problem import ImportProblem
from generator.staff.importer.reading import read_document
from generator.staff.importer.records import Draft, Funding, Goal, Measure, Note, Total
from generator.staff.importer.to_json import as_data, to_json
from generator.staff.importer.to_yaml import to_yaml

__all__ = [
    "ColumnMap",
    "ColumnMapError",
    "Document",
    "Draft",
    "Funding",
    "Goal",
    "ImportProblem",
    "Measure",
    "Note",
    "Total",
    "as_data",
    "draft",
    "read_column_map",
    "read_document",
    "to_json",
    "to_yaml",
]
