"""Words that nothing can have as its id: addresses of the site itself, and names that Windows can't hold."""

IN_SITE = frozenset(
    {
        "404",
        "about",
        "accessibility",
        "ask",
        "assets",
        "changes",
        "communities",
        "compare",
        "data",
        "embed",
        "executors",
        "feedback",
        "glossary",
        "guide",
        "notice",
        "report",
        "reports",
        "search",
        "settings",
        "stylesheets",
        "terms",
        "topics",
        "workplace",
    }
)
FROM_PLANS = frozenset({"compare", "executors", "topics"})
"""Of them, what is made from plans/: every page below is known without a build."""
IN_COMMUNITY = frozenset(
    {"assets", "changes", "data", "embed", "executors", "for", "notice", "report", "reports", "terms"}
)
LOOSE = "measures"
"""Part of the address of a plan's measures under no goal."""
IN_PLAN = frozenset({"assets", "data", "embed", LOOSE, "notes", "notice", "report", "reports", "text"})
IN_EXECUTORS = frozenset({"embed", "notice"})
IN_WINDOWS = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789")}
)
"""Names that no file or folder of Windows can have: such a site could not be cloned, nor unpacked, there."""
