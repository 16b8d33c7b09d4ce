# The observatory. Python >= 3.11 and make are enough; everything else is installed here, from locked lists.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run dev test test-postgres lint quality bench guide-pictures lock doctor messages clean environment tools

PORT ?= 8000
PYTHON ?=
FOUND = $$(PYTHON="$(PYTHON)" ops/find_python.sh)
PY := .venv/bin/python
TEST_OPTIONS ?= -n 2
export PORT

help: ## list what can be asked
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

run: environment ## start the whole site with its demo on http://127.0.0.1:8000/ (PORT= changes it), as production would
	@$(PY) -m ops.node bundle
	@$(PY) -m ops.serve production

dev: environment ## the same with reloading, bundles watched and errors shown
	@$(PY) -m ops.node bundle
	@$(PY) -m ops.serve development

test: tools ## all tests on SQLite, browser tests included
	@$(PY) -m ops.distribution chromium
	@$(PY) -m pytest $(TEST_OPTIONS)

test-postgres: tools ## the same tests on PostgreSQL: DATABASE_URL, or a private server started for them
	@$(PY) -m ops.distribution chromium
	@$(PY) -m ops.with_postgres $(PY) -m pytest $(TEST_OPTIONS)

lint: tools ## style, types, import directions, migrations, translations
	@$(PY) -m ops.distribution gettext
	@$(PY) -m ops.lint

quality: tools ## accessibility, weight, HTML, Lighthouse of every page of the served demo (AT= looks at a running site)
	@$(PY) -m ops.node quality
	@$(PY) -m ops.distribution chromium java
	@$(PY) -m ops.quality

bench: tools ## time and memory of the import of a million observations, as ratios
	@$(PY) -m benchmarks

guide-pictures: tools ## take the pictures of docs/guide-redaction.md again, from a demo served for it
	@$(PY) -m ops.distribution chromium
	@$(PY) -m ops.guide_pictures

lock: environment ## write the locked lists again from what they are made of (UPGRADE=1 takes newer versions)
	@ops/lock.sh $(PY)

doctor: ## what this machine has, what is missing, what to do
	@python="$(FOUND)" && "$$python" -m ops.doctor

messages: tools ## gather the texts to translate into locale/
	@$(PY) -m ops.distribution gettext
	@$(PY) -m ops.make_messages

clean: ## remove what was installed and built; the database and the uploads in var/ and media/ stay
	rm -rf .venv node_modules portal/static_built portal/drawing_fonts var/static .mypy_cache .ruff_cache .pytest_cache .import_linter_cache test-results

environment:
	@python="$(FOUND)" && "$$python" -m ops.environment base

tools:
	@python="$(FOUND)" && "$$python" -m ops.environment base dev
	@$(PY) -m ops.node tools
	@$(PY) -m ops.node bundle
	@$(PY) -m ops.compile_messages
