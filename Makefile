# What a person does here; `make help` lists it. Stamps (.venv/stamp, .make/built) stay outside git: after a clone, the
# first `make` really builds. PYTHON names the interpreter to start from: make PYTHON=python3.12

PYTHON ?= python3
python := .venv/bin/python

# Anything that the package is made of or consists of and that is newer than its last good build, or missing.
# A folder is newer when a file was added to it or deleted from it.
inputs  := raw schemas pipeline requirements.lock .venv/stamp $(wildcard tests/briefs/scores.json)
outputs := data datapackage.json README.md docs
changed := $(shell find $(inputs) $(outputs) -name __pycache__ -prune -o -newer .make/built -print 2>&1 | head -n 1)

.PHONY: all test test-slow check score rules lint diff site exports release bench clean help FORCE

all: .make/built ## set up, build and check everything; what is up to date is left alone (the default)
	@$(if $(changed),:,echo "Nothing to do: the package is up to date with its texts, schemas and rules.")

test: .venv/stamp ## run the tests (some 90 seconds)
	$(python) -m pytest -n auto -m "not slow"

test-slow: .venv/stamp ## run the tests that take longer
	$(python) -m pytest -m slow

check: .venv/stamp ## validate what lies on disk, building nothing
	$(python) -m pipeline check
	$(python) -m frictionless validate datapackage.json
	$(python) -m pipeline.readme --check

score: .venv/stamp ## compare the reading with gold made by hand; UPDATE=1 keeps the scores, whatever fell
	$(python) -m pipeline score tests/briefs $(if $(UPDATE),--update)
	$(python) -m pipeline score tests/unseen $(if $(UPDATE),--update)

rules: .venv/stamp ## count how often each rule fires in the texts here, and name those that fire nowhere
	$(python) -m pipeline rules raw $(wildcard tests/briefs)

lint: .venv/stamp ## check style, format and types of the code
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy

diff: .venv/stamp ## tell what changed in the package since a git ref: make diff REF=v0.1.0
	@test -n "$(REF)" || { echo "name a git ref to compare with: make diff REF=v0.1.0" >&2; exit 2; }
	@old=$$(mktemp -d) && trap 'rm -rf "$$old"' EXIT && \
	  git archive --output "$$old/$(subst /,-,$(REF)).zip" "$(REF)" && \
	  $(python) -m pipeline diff "$$old/$(subst /,-,$(REF)).zip" .

site: .venv/stamp ## write site/index.html, one page that shows the package
	$(python) -m pipeline site

exports: .venv/stamp ## write the metadata and spans for other tools to dist/
	$(python) -m pipeline exports

release: .venv/stamp ## write the package as one zip, with its checksum, to dist/
	$(python) -m pipeline.readme --check
	$(python) -m pipeline release

bench: .venv/stamp ## measure speed and memory against their targets (some minutes)
	$(python) -m benchmarks.reading
	$(python) -m benchmarks.build
	$(python) -m benchmarks.archive

clean: ## remove the environment and everything that a tool keeps; the package stays
	rm -rf .venv .make .staging site dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1 /p' Makefile | while read -r name what; do printf '%-10s %s\n' "$$name" "$$what"; done

.venv/stamp: requirements.lock
	@"$(PYTHON)" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "$(PYTHON) will not do: Python 3.11 or newer with venv and pip is needed; name it: make PYTHON=…" >&2; exit 1; }
	"$(PYTHON)" -m venv --clear .venv
	$(python) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.make/built: .venv/stamp $(if $(changed),FORCE)
	@rm -f $@
	$(python) -m pipeline build
	$(python) -m pipeline.readme
	@$(MAKE) --no-print-directory check
	@mkdir -p .make && touch $@
