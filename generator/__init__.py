"""Plans of communities as an accessible static site: YAML -> records -> model -> views -> pages -> theme."""

import os

os.environ["OPENPYXL_LXML"] = "False"
"""openpyxl writes other bytes where lxml happens to be installed; builds are the same everywhere."""
