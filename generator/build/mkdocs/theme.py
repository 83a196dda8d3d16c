"""Files of the theme as a site publishes them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.build.minify import is_minified, minified
from generator.build.workplace import engine_files
from generator.pages.workplace import WORKPLACE

HOST_SCRIPT = "embed.js"
"""The theme's script for sites that show our pages: published at the root, where their code names it."""


def pack_theme(files: Files, config: MkDocsConfig) -> None:
    """Publish the theme's style sheets and scripts packed, and the script for other sites at the root."""
    for file in [file for file in files if file.src_dir in config.theme.dirs]:
        if is_minified(file.src_uri):
            files.remove(file)
            address = HOST_SCRIPT if file.src_uri == f"assets/{HOST_SCRIPT}" else file.src_uri
            files.append(File.generated(config, address, content=minified(file.src_uri, file.content_string)))


def add_engine(files: Files, config: MkDocsConfig) -> None:
    """Publish the engine of «Робоче місце» where it was fetched; without it nothing starts the page’s own scripts."""
    engine = list(engine_files(Path(config.config_file_path).parent))
    for address, source in engine:
        files.append(File.generated(config, address, abs_src_path=str(source)))
    if not engine:
        for file in [file for file in files if file.src_uri.startswith(WORKPLACE)]:
            if not file.is_documentation_page():
                files.remove(file)


def is_materials(folder: str) -> bool:
    """Tell the folder of Material, whose styles, scripts and thousands of icons the own shell does not publish."""
    return Path(folder).as_posix().endswith("/material/templates")
