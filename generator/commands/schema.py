"""`plans schema`: the JSON Schema by which editors check and complete YAML while typing."""

import json
from pathlib import Path

import click

from generator.commands.listing import command
from generator.commands.outcome import Outcome, Say
from generator.model.records.community import CommunityRecord, ExecutorsRecord
from generator.model.records.glossary import GlossaryRecord
from generator.model.records.plan import PlanRecord
from generator.model.records.progress import ProgressRecord
from generator.model.records.record import Record
from generator.model.records.redirects import RedirectsRecord
from generator.model.records.topics import TopicsRecord
from generator.source.disk import write_files

SCHEMAS: dict[str, type[Record]] = {
    "plan": PlanRecord,
    "community": CommunityRecord,
    "executors": ExecutorsRecord,
    "progress": ProgressRecord,
    "topics": TopicsRecord,
    "glossary": GlossaryRecord,
    "redirects": RedirectsRecord,
}


def schema_text(name: str) -> str:
    """Return the JSON Schema (draft 2020-12) of one kind of file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema(name: str | None, target: Path | None, say: Say) -> Outcome:
    """Print one schema, or write all of them into a folder."""
    if target:
        write_files(target, [(f"{kind}.schema.json", schema_text(kind).encode()) for kind in SCHEMAS])
        say(f"Схеми записано в {target}/.")
    else:
        say(schema_text(name or "plan").rstrip())
    return Outcome.FINE


@command("schema")
@click.argument("name", metavar=f"[{'|'.join(sorted(SCHEMAS))}]", type=click.Choice(sorted(SCHEMAS)), required=False)
@click.option("--write", "target", type=click.Path(file_okay=False, path_type=Path), help="Записати всі схеми в теку.")
def command_line(name: str | None, target: Path | None) -> Outcome:
    """Run `plans schema`."""
    return schema(name, target, click.echo)
