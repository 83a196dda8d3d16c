"""Where a plan can be read otherwise: links to its editions that were made, each with its size."""

from markupsafe import Markup

from generator.model.outputs import Output
from generator.model.plan import Plan
from generator.outputs.site_files import relative
from generator.pages.environment import component
from generator.pages.site_context import Link, SiteContext

_KILOBYTE = 1000


def edition_links(site: SiteContext, plan: Plan, url: Link, *, named: bool = False) -> Markup:
    """Return one line of links to the editions of a plan, `named` where it is not alone; nothing without any."""
    made = [(output, f"{plan.address}{output.file}") for output in Output]
    items = [
        (output.words, url(address), size_in_words(site.editions[address]), output is Output.BRAILLE)
        for output, address in made
        if address in site.editions
    ]
    return component("editions", name=plan.record.name if named else "", items=items) if items else Markup()


def to_keep(site: SiteContext, plan: Plan) -> dict[str, str]:
    """Return what to keep of a plan, by name and link from its page: the edition for paper, else its table."""
    pdf = f"{plan.address}{Output.PDF.file}"
    if pdf in site.editions:
        return {"title": "Зберегти (PDF)", "url": relative(plan.address, pdf)}
    return {"title": "Таблиця Excel", "url": relative(plan.address, plan.file_address("xlsx"))}


def size_in_words(size: int) -> str:
    """Return a size in kilobytes as people read it, or in megabytes with one decimal: «102 КБ», «1,2 МБ»."""
    kilobytes = max(1, round(size / _KILOBYTE))
    if kilobytes < _KILOBYTE:
        return f"{kilobytes} КБ"
    return f"{kilobytes / _KILOBYTE:.1f} МБ".replace(".", ",")
