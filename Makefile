# Two commands are enough on a fresh machine with Python 3.11 or newer: `make demo` and `make test`.
# The first Python that really runs and is new enough (a version manager may answer to names that it cannot start).
PYTHON ?= $(shell for it in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$it -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$it && break; done)
BIN := .venv/bin
MADE := .venv/.made

.PHONY: demo test check unit fix docs fast bench soak clean

demo: $(MADE)  ## read the sample dispatches and print the ledger of claims
	$(BIN)/riwaya read samples/*.json

test: check unit  ## everything that CI runs

check: $(MADE)  ## style, types, direction of imports
	$(BIN)/ruff format --check --quiet src tests tools || (echo "run: make fix"; exit 1)
	$(BIN)/ruff check src tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(MADE)  ## the tests, on as many processors as there are, four at most
	$(BIN)/pytest -n auto --maxprocesses 4

fix: $(MADE)  ## what a machine can mend
	$(BIN)/ruff format src tests tools
	$(BIN)/ruff check --fix src tests tools
	$(BIN)/ruff format src tests tools

docs: $(MADE)  ## the pages that are made from the code
	$(BIN)/python tools/write_docs.py

fast: $(MADE)  ## a wheel with the reader compiled, in dist; needs a C compiler and takes five to ten minutes
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[fast]'
	$(BIN)/python tools/compile.py

bench: $(MADE)  ## speed, beside references timed in the same run; compiles the reader if no such wheel is in dist
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[bench,fast]'
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_sources.py
	$(BIN)/python tools/bench_ledger.py
	$(BIN)/python tools/bench_link.py cost --events 2000,4000,8000
	$(BIN)/python tools/bench_compare.py

soak: $(MADE)  ## the long fuzz runs, kills and crowds; takes about an hour
	$(BIN)/python tools/soak.py
	$(BIN)/python tools/soak_sources.py
	$(BIN)/python tools/soak_ledger.py kill --runs 200
	$(BIN)/python tools/soak_ledger.py crowd
	RIWAYA_EXAMPLES=5000 $(BIN)/pytest tests/link/test_toll_properties.py
	test -z "$$RIWAYA_TEST_POSTGRES" || $(BIN)/python tools/soak_ledger.py kill --runs 50 --ledger "$$RIWAYA_TEST_POSTGRES"
	test -z "$$RIWAYA_TEST_POSTGRES" || $(BIN)/python tools/soak_ledger.py crowd --ledger "$$RIWAYA_TEST_POSTGRES"

$(MADE): pyproject.toml
	@test -n "$(PYTHON)" || (echo "Riwaya needs Python 3.11 or newer with venv (on Debian: apt-get install python3 python3-venv)"; exit 1)
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(MADE)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
