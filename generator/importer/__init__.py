"""From a Word, OpenDocument or Excel file to a draft plan.

`read_document` is the only part that touches the disk; `draft`, `to_json` and `to_yaml` are pure.
"""

from generator.importer.document import Document
from generator.importer.drafting import draft
from generator.importer.problem import ImportProblem
from generator.importer.reading import read_document
from generator.importer.records import Draft, Funding, Goal, Measure, Note, Total
from generator.importer.to_json import as_data, to_json
from generator.importer.to_yaml import to_yaml

__all__ = [
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
    "read_document",
    "to_json",
    "to_yaml",
]
