# Astro Numbers: `make run` serves the site, `make test` runs every test.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3.11
PORT ?= 8000
HOST ?= 127.0.0.1
BIN := .venv/bin

export SITE_URL ?= http://127.0.0.1:$(PORT)
export SECRET_KEY_FILE ?= $(or $(VAR_DIR),var)/secret_key
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help run setup setup-test setup-train check test bench bench-live train evaluate study screenshots schema pins clean

help:  ## What can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: setup $(SECRET_KEY_FILE)  ## Serve the site (PORT=8000, HOST=127.0.0.1)
	@$(BIN)/python manage.py prepare
	@$(BIN)/uvicorn astro.asgi:application --host $(HOST) --port $(PORT) --ws-max-size 65536 --ws-per-message-deflate false --no-access-log

$(SECRET_KEY_FILE):
	@mkdir -p $(@D)
	@umask 077; $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))' > $@

setup: .venv/site  ## Make .venv with what the site runs on
setup-test: .venv/test  ## … and what the tests need, Chromium and Redis included where they can be had
setup-train: .venv/train  ## … and torch

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed: install it, or name it with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/site: .venv/bin/python requirements.txt
	@echo "Installing what the site runs on …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/test: .venv/site requirements-dev.txt
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@bash .ci/packages
	@touch $@

.venv/train: .venv/site requirements-train.txt
	@$(BIN)/pip install --quiet -r requirements-train.txt
	@touch $@

check: setup-test  ## Lint, types, layers, templates, migrations, deployment, schema
	@bash .ci/check

test: setup-test  ## Every test: Python, JavaScript (where Node is), a real browser
	@bash .ci/test

bench: setup-test  ## Timings of reading and serving; misconceptions and practice of simulated students, into docs/
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.misconceptions
	@$(BIN)/python -m tests.bench.practice
	$(BIN)/pytest tests/bench --benchmark-enable --benchmark-only --benchmark-columns=min,median,max,rounds -p no:randomly

bench-live: setup-test  ## A live game of simulated players (PLAYERS=200, DROP=0.2, RESTART=1, WORKERS=2, QUESTIONS=5)
	@$(BIN)/python -m tests.bench.live $(if $(PLAYERS),--players $(PLAYERS)) $(if $(DROP),--drop $(DROP)) \
		$(if $(RESTART),--restart $(RESTART)) $(if $(WORKERS),--workers $(WORKERS)) $(if $(QUESTIONS),--questions $(QUESTIONS))

train: setup-train  ## Train the reader's weights from ../shared/data (COMMERCIAL=1: without non-commercial sources)
	$(BIN)/python -m recognizer.training.train $(if $(COMMERCIAL),--commercial)

evaluate: setup-train  ## Measure the reader; writes docs/reader.md (WEIGHTS=models/variants/….onnx: only its card)
	$(BIN)/python -m recognizer.training.evaluate $(WEIGHTS) --beside $(wildcard models/variants/*.json)

study: setup-train  ## Train older readers' nets on MNIST; writes docs/study.md (RUNS=5, EPOCHS=…)
	$(BIN)/python -m recognizer.training.study

screenshots: setup-test  ## Pictures of every page, into var/screenshots/, and the README's three
	$(BIN)/python -m tests.e2e.screenshots

schema: setup-test  ## Write docs/api-schema.yaml anew
	$(BIN)/python manage.py spectacular --file docs/api-schema.yaml --validate --fail-on-warn

pins: setup-test  ## Compile requirements*.in into requirements*.txt
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --output-file requirements-dev.txt requirements-dev.in

clean:  ## Remove what was installed and built; the database in var/ stays
	rm -rf .venv var/static .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
