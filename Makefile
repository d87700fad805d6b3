# Two commands are enough on a fresh machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)
BIN := .venv/bin
MADE := .venv/.made

.PHONY: demo test check unit fix bench soak clean

demo: $(MADE)  ## read the sample dispatches and print the ledger of claims
	$(BIN)/riwaya read samples/*.json

test: check unit  ## everything that CI runs

check: $(MADE)  ## style, types, direction of imports
	$(BIN)/ruff format --check --quiet src tests tools || (echo "run: make fix"; exit 1)
	$(BIN)/ruff check src tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(MADE)
	$(BIN)/pytest

fix: $(MADE)  ## what a machine can mend
	$(BIN)/ruff check --fix src tests tools
	$(BIN)/ruff format src tests tools

bench: $(MADE)  ## speed, beside references timed in the same run
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python tools/bench.py

soak: $(MADE)  ## the long fuzz runs; takes about half an hour
	$(BIN)/python tools/soak.py

$(MADE): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Riwaya needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv || (echo "on Debian: apt-get install python3-venv"; exit 1)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(MADE)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
