# Everything runs from a fresh clone with Python 3.11 or later, git and make: each target sets up what it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo
MINUTES ?= 1
SAMPLE ?= 400
SEED ?= 1
PARTS ?= rules wording declared tables
# A worker keeps to its half of the files, so that what a file needs is made once, and helps the other at the end.
PYTEST := $(BIN)/pytest -q -n auto --dist worksteal
THOROUGH := --hypothesis-profile thorough

.PHONY: demo test test-slow check lint docs docs-check golden accuracy bench bench-peers coverage mutants fuzz clean

demo: $(READY)  ## the example campaign, and its report on the first quarter of 2020
	rm -rf $(DEMO)
	$(BIN)/xunbiao demo $(DEMO)
	$(BIN)/xunbiao -C $(DEMO) report --quarter 2020Q1
	@echo
	@echo "示例活动在 $(CURDIR)/$(DEMO)（The example campaign is there）"

test: $(READY)  ## all tests but the slow ones, and a fifth of what searches would try
	$(PYTEST) -m "not slow"

test-slow: $(READY)  ## what takes minutes, and the searches at full length
	$(PYTEST) -m "slow or hypothesis" $(THOROUGH)

check: lint docs-check $(READY)  ## what CI runs: everything, at full length
	$(PYTEST) $(THOROUGH)

lint: $(READY)  ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)  ## writes the generated pages: rules, clauses, command line
	$(BIN)/python docs/generate.py

docs-check: $(READY)
	$(BIN)/python docs/generate.py --check

golden: $(READY)  ## writes the golden files anew; look at the difference before committing
	XUNBIAO_GOLDEN=1 $(PYTEST) -m "not slow" -k golden

accuracy: $(READY)  ## how well texts are read and matched, on the labelled sets or DATA=FILE (told by its columns)
ifdef DATA
	@if head -n 1 "$(DATA)" | grep -q practices; then $(BIN)/python bench/match_accuracy.py "$(DATA)"; \
	else $(BIN)/python bench/accuracy.py "$(DATA)"; fi
else
	$(BIN)/python bench/accuracy.py
	$(BIN)/python bench/match_accuracy.py
endif

bench: $(READY)  ## times whole commands beside their peers (FILES="100 1000" for less); writes docs/benchmarks.md
	$(BIN)/python bench/run.py $(FILES) --write
	$(BIN)/python bench/history.py --files 1000 --commits 200

bench-peers: $(READY)  ## installs what `make bench` compares with, as far as it is not there: pip and npm packages
	$(PYTHON) -m venv build/peers/python
	build/peers/python/bin/python -m pip install --quiet yamllint==1.38.0
	npm install --prefix build/peers --no-audit --no-fund --ignore-scripts ajv-cli@5.0.0 @sourcemeta/jsonschema@16.11.0

coverage: $(READY)  ## which lines and branches the tests run, those of the commands they start included
	mkdir -p build/coverage
	$(BIN)/coverage erase
	-$(BIN)/coverage run -m pytest -q -n auto --dist worksteal -m "not slow"  # tests of time and of full disks may fail here
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

mutants: build/mutants/python/.ready  ## how many of SAMPLE=400 mutants of each of PARTS="rules wording declared tables" die, by SEED=1
	build/mutants/python/bin/python bench/mutants.py --sample $(SAMPLE) --seed $(SEED) --parts $(PARTS)

build/mutants/python/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv build/mutants/python
	build/mutants/python/bin/python -m pip install --quiet -c constraints.txt mutmut==3.8.1 -e ".[dev]"
	@touch $@

fuzz: $(READY)  ## damaged and made-up files through the whole check, for MINUTES=1
	$(BIN)/python bench/fuzz.py $(MINUTES)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV) build dist
