"""What the Word and the Excel form share: their date inside the file, their properties, their bytes."""

from datetime import UTC, datetime, time

from openpyxl.packaging.core import DocumentProperties
from openpyxl.xml.functions import tostring

from generator.outputs.fixed_zip import fixed_zip
from generator.staff.reporting.form import Form

LANGUAGE = "uk-UA"
CORE = "docProps/core.xml"


def moment(form: Form) -> datetime:
    """Return the form's own day as a moment: the only time stamp a form carries."""
    return datetime.combine(form.as_of, time(), UTC)


def properties(form: Form) -> DocumentProperties:
    """Return title, language and dates as office programs and screen readers look for them."""
    made = moment(form).replace(tzinfo=None)
    return DocumentProperties(
        title=form.title, subject=form.plan.record.title, identifier=form.plan.id, creator=form.community.record.name,
        language=LANGUAGE, created=made, modified=made,
    )  # fmt: skip


def fixed(content: bytes, form: Form) -> bytes:
    """Make an office file the same on every run: what was stamped with the clock gets the form's day."""
    written = tostring(properties(form).to_tree())
    core = written.encode() if isinstance(written, str) else written
    return fixed_zip(content, moment(form), lambda name, part: core if name == CORE else part)
