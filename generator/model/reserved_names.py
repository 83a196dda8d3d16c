"""Words that addresses of the site itself take, so that no community, plan, goal or measure can have them as its id."""

IN_SITE = frozenset(
    {
        "404",
        "about",
        "accessibility",
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
    }
)
IN_COMMUNITY = frozenset({"assets", "changes", "data", "embed", "executors", "notice", "report", "reports", "terms"})
IN_PLAN = frozenset({"assets", "data", "embed", "notes", "notice", "report", "reports", "text"})
IN_EXECUTORS = frozenset({"embed", "notice"})
