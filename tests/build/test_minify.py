"""Style sheets and scripts lose what only their authors read, and nothing else."""

from pathlib import Path

import pytest

from generator.build.minify import is_minified, minified

ASSETS = Path(__file__).parents[2] / "theme_overrides/assets"


def test_comments_and_white_space_go():
    assert minified("a.css", "/* why */\n.a {\n  color: #ff0000;\n}\n") == ".a{color:red}"


def test_comment_that_opens_a_script_goes():
    assert minified("a.js", "// why\n// and when\nalert(1);\n") == "alert(1);"


def test_other_files_stay():
    assert minified("icon.svg", "<svg> </svg>") == "<svg> </svg>"
    assert not is_minified("icon.svg")


@pytest.mark.parametrize("name", sorted(path.name for path in ASSETS.glob("*.[cj]s*")))
def test_every_file_of_the_theme_is_packed(name):
    source = (ASSETS / name).read_text(encoding="utf-8")
    assert len(source) / 3 < len(minified(name, source)) < len(source)
