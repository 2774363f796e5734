# make run    tries the site out: http://127.0.0.1:8000/ (make run PORT=8123 HOST=0.0.0.0 elsewhere)
# make dev    the same with Django's own server: reloads code, shows edited templates at once
# make test   runs every test on SQLite and PostgreSQL (TESTS="tests/views -k yemen" chooses some)
# make lint   checks formatting, imports, types, migrations, lock files and deployment settings
# make format formats Python, templates and style sheets
# make lock   writes the lock files after a change of requirements.txt or tests/requirements.txt
# make measure compares what is read of documents with GOLD, on the documents in SOURCES
# make bench  measures the site on a made-up collection of N statements, on SQLite and PostgreSQL

HOST = 127.0.0.1
PORT = 8000
TESTS =
export PICTURES
N = 2000
GOLD =
SOURCES =
PYTHON = python3
BIN = .venv/bin

# What a trial on one machine needs; a server sets its own (see README.md).
export VAR_DIR ?= $(CURDIR)/var
TRIAL = SECRET_KEY="$${SECRET_KEY:-$$(cat var/secret-key)}" \
	ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1],$(HOST),$$(uname -n),$$(hostname -I 2>/dev/null | tr " " ",")}" \
	HTTPS="$${HTTPS:-off}"
# Databases and indexes of tests are in memory, if it has 2 GB to spare.
MEMORY := $(shell [ "$$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 2000000 ] 2>/dev/null && echo /dev/shm)
TRY = SECRET_KEY=only-for-tests ALLOWED_HOSTS=testserver,localhost HTTPS=off VAR_DIR="$(CURDIR)/var/test" \
	CACHE_URL=dummycache:// PYTHONDONTWRITEBYTECODE= $(if $(MEMORY),TMPDIR=$(MEMORY))

# Workers take whole files, in order.
SPREAD = --dist loadfile --no-loadscope-reorder --numprocesses

CSS_STYLE = --indent-size 2 --end-with-newline --space-around-combinator

BENCH = SECRET_KEY=only-for-tests ALLOWED_HOSTS=localhost,127.0.0.1 HTTPS=off \
	BENCH_DIR="$(CURDIR)/var/bench"

.PHONY: run dev prepare test test-sqlite test-postgresql test-browser bench measure lint format lock clean

run: prepare
	@$(TRIAL) $(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@echo "Open http://$(HOST):$(PORT)/  (curators: http://$(HOST):$(PORT)/admin/). Ctrl-C stops it."
	@$(TRIAL) $(BIN)/gunicorn r2p_site.wsgi --bind $(HOST):$(PORT) --workers 2 --threads 4 \
		--no-control-socket --log-level warning

dev: prepare
	@echo "Open http://$(HOST):$(PORT)/  (curators: http://$(HOST):$(PORT)/admin/). Ctrl-C stops it."
	@$(TRIAL) DEBUG=on $(BIN)/python manage.py runserver $(HOST):$(PORT)

prepare: .venv/installed var/secret-key
	@mkdir -p "$$VAR_DIR" && chmod 700 "$$VAR_DIR"
	@$(TRIAL) $(BIN)/python manage.py migrate --verbosity 0
	@$(TRIAL) $(BIN)/python manage.py load_collection
	@$(TRIAL) $(BIN)/python manage.py make_curator

# All at once: while one waits for the browser, a database or a process, the others go on. The
# browser has a process of its own: next to its event loop Django refuses connections.
test: .venv/installed-for-tests
	@mkdir -p var/test
	@$(BIN)/python -m tests.chromium
	@$(TRY) $(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@echo "Testing on SQLite and PostgreSQL; each prints its results when it ends ..."
	@TEST_DATABASES=$$(mktemp --directory $(if $(MEMORY),--tmpdir=$(MEMORY))); \
	export TEST_DATABASES; trap 'rm -rf "$$TEST_DATABASES"' EXIT; \
	$(MAKE) --no-print-directory --jobs 3 --keep-going --output-sync=target \
		test-browser test-sqlite test-postgresql

# No test of a kind (exit code 5) is no failure: TESTS may choose others.
test-sqlite:
	@echo "On SQLite:"
	@$(TRY) $(BIN)/pytest --in-browser no $(SPREAD) 2 $(TESTS) || [ $$? -eq 5 ]

test-postgresql:
	@echo "On PostgreSQL:"
	@$(TRY) $(BIN)/python -m tests.postgres $(BIN)/pytest --in-browser no $(SPREAD) 2 $(TESTS) || [ $$? -eq 5 ]

test-browser:
	@echo "In a browser:"
	@$(TRY) $(BIN)/pytest --in-browser only $(or $(TESTS),tests/browser) || [ $$? -eq 5 ]

bench: .venv/installed-for-tests
	@mkdir -p var/bench
	@$(BENCH) $(BIN)/python -m tests.bench.run $(N)
	@$(BENCH) $(BIN)/python -m tests.postgres $(BIN)/python -m tests.bench.run $(N)

measure: prepare
	@$(TRIAL) DJANGO_SETTINGS_MODULE=r2p_site.settings \
		$(BIN)/python -m tests.imports.measure "$(GOLD)" "$(SOURCES)"

lint: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m tests.locks
	$(BIN)/djhtml --check --tabwidth 2 templates
	@for sheet in $$(find static/css -name "*.css"); do \
		$(BIN)/css-beautify $(CSS_STYLE) $$sheet | cmp --silent - $$sheet || \
		{ echo "Not formatted: $$sheet. Run make format."; exit 1; }; done
	$(TRY) $(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=$$(openssl rand -hex 40 2>/dev/null || $(BIN)/python -c "import secrets; print(secrets.token_hex(40))") \
		ALLOWED_HOSTS=example.org $(BIN)/python manage.py check --deploy --fail-level WARNING

format: .venv/installed-for-tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djhtml --tabwidth 2 templates
	@for sheet in $$(find static/css -name "*.css"); do \
		$(BIN)/css-beautify $(CSS_STYLE) --replace $$sheet > /dev/null; done

# Versions stay as they are unless a pin asks for another: UPGRADE=--upgrade renews all the others.
UPGRADE =
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --annotation-style line --custom-compile-command "make lock" $(UPGRADE)

lock: .venv/installed-for-tests
	$(COMPILE) requirements.txt --output-file requirements.lock
	$(COMPILE) tests/requirements.txt --constraints requirements.lock --output-file tests/requirements.lock

clean:
	rm -rf .venv var/test

.venv/python: 
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement

.venv/installed: .venv/python requirements.lock
	@echo "Installing what the site needs ..."
	@$(INSTALL) requirements.lock
	@touch $@

.venv/installed-for-tests: .venv/installed tests/requirements.lock
	@echo "Installing what the tests need ..."
	@$(INSTALL) tests/requirements.lock
	@touch $@

var/secret-key:
	@mkdir -p var
	@umask 077 && $(PYTHON) -c "import secrets; print(secrets.token_urlsafe(50))" > $@
