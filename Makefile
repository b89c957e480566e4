# Front Door. `make help` lists what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONUNBUFFERED := 1
DEMO := DJANGO_SETTINGS_MODULE=portal.settings.demo $(BIN)/python manage.py
ASSETS := $(shell find portal/design/scss portal/design/js portal/design/static -type f 2>/dev/null)

help: ## Say what each command does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

demo: .venv/runtime build/static/made ## Set up everything, load the demo partnership and serve it (PORT=8000)
	@$(DEMO) demo --port $(PORT)

demo-reset: .venv/runtime build/static/made ## Forget all that was entered and serve a fresh demo
	@rm -rf var
	@$(DEMO) demo --port $(PORT)

setup: .venv/development build/static/made ## Install what development and tests need

test: .venv/development build/assets/made ## Run the test suite (all but the browser tests), in parallel
	$(BIN)/pytest -n $(WORKERS) --dist loadfile -m "not browser" $(ARGS)

browser-test: .venv/development build/static/made ## Run the journeys, axe and HTML checks in headless Chromium
	$(BIN)/pytest -m browser tests/system $(ARGS)

test-postgresql: .venv/development build/assets/made ## Run the test suite on a PostgreSQL made for it
	$(BIN)/python scripts/with_postgresql.py $(BIN)/pytest -n $(WORKERS) --dist loadfile -m "not browser" $(ARGS)

faults: .venv/development build/assets/made ## Send 1,000 referrals while workers, database, disk and clock fail, on both databases
	$(BIN)/python -m tests.faults $(ARGS)

lint: .venv/development ## Check style, templates and the arrows between rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/lint-imports --no-cache

types: .venv/development ## Check types, strictly
	$(BIN)/mypy portal content referrals services_directory search

check: .venv/development ## Django's deployment checks, house rules and missing migrations
	SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(64))") \
	REFERRALS_ENCRYPTION_KEYS=$$($(BIN)/python -c "from cryptography.fernet import Fernet as F; print(F.generate_key().decode())") \
	REFERRALS_SECRETS_KEYS=$$($(BIN)/python -c "from cryptography.fernet import Fernet as F; print(F.generate_key().decode())") \
	REFERRALS_INDEX_KEYS=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(32))") \
	CLAMAV_ADDRESS=clamav:3310 \
	ALLOWED_HOSTS=front-door.example DJANGO_SETTINGS_MODULE=portal.settings.production \
	$(BIN)/python manage.py check --deploy --fail-level WARNING
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

bench: .venv/development build/assets/made ## Compare the directory at 10,000 and 100,000 services (makes them once in var/bench)
	$(BIN)/python benchmarks/directory.py var/bench $(ARGS)

pictures: .venv/development build/static/made ## Take screenshots of the main screens into docs/pictures
	$(BIN)/python scripts/pictures.py

format: .venv/development ## Put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/development ## Lock the dependencies anew, with hashes
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements/runtime.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra development -c requirements/runtime.txt pyproject.toml -o requirements/development.txt

clean: ## Remove everything that was made, the demo's data included
	rm -rf .venv build node_modules var .mypy_cache .ruff_cache .pytest_cache

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Front Door needs Python 3.11 or later: make demo PYTHON=python3.12"; exit 1; }
	@echo "==> Making the virtual environment"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: .venv/made requirements/runtime.txt
	@echo "==> Installing the locked packages (about a minute)"
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --progress-bar off --quiet --require-hashes -r requirements/runtime.txt
	@touch $@

.venv/development: .venv/runtime requirements/development.txt
	@echo "==> Installing the locked packages for development"
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input --progress-bar off --quiet --require-hashes -r requirements/development.txt
	@touch $@

node_modules/made: package.json package-lock.json .npmrc | .venv/runtime
	@echo "==> Installing the locked front-end packages"
	@npm ci --silent --no-progress --ignore-scripts
	@touch $@

build/assets/made: node_modules/made $(ASSETS)
	@echo "==> Compiling the theme and scripts"
	@npm run --silent build
	@touch $@

build/static/made: build/assets/made
	@echo "==> Hashing and compressing the assets"
	@DJANGO_SETTINGS_MODULE=portal.settings.demo $(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@touch $@

.PHONY: help demo demo-reset setup bench faults test test-postgresql browser-test lint types check pictures format lock clean
