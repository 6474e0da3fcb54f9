# make demo   from the sample documents to a graph, its tables, its page and its report, all in demo/
# make test   the tests
# Each sets up .venv first, and is quick the second time. make PYTHON=python3.13 … takes another Python.

PYTHON ?= python3
GRAPH := demo/samples.qi
TITLE := Quality infrastructure in the sample documents
QIGRAPH := .venv/bin/qigraph

.PHONY: demo test lint bench screenshots clean

demo: .venv/installed
	@mkdir -p demo
	@$(QIGRAPH) build samples -o $(GRAPH)
	@$(QIGRAPH) view -g $(GRAPH) -o demo/network.html --title "$(TITLE)"
	@$(QIGRAPH) report -g $(GRAPH) -o demo/report.html --title "$(TITLE)"
	@printf '\nWhere the work of organisations overlaps\n\n'
	@$(QIGRAPH) overlaps -g $(GRAPH) --top 5 --format table
	@printf '\nWhere they might talk, and do not\n\n'
	@$(QIGRAPH) gaps -g $(GRAPH) --top 3 --format table
	@printf '\n'
	@printf '%-10s%s\n' graph $(GRAPH) page demo/network.html report demo/report.html

test: .venv/testing
	.venv/bin/pytest -n 2 --dist loadgroup

lint: .venv/developing
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: .venv/testing
	.venv/bin/python -m benchmarks

screenshots: .venv/testing demo
	.venv/bin/python docs/screenshots.py demo/network.html docs/images

clean:
	rm -rf .venv demo dist build .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/installed: .venv/ready pyproject.toml
	@echo "Installing qigraph into .venv …"
	@.venv/bin/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/testing: .venv/ready pyproject.toml
	@echo "Installing qigraph and what its tests need into .venv …"
	@.venv/bin/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ .venv/installed

.venv/developing: .venv/ready pyproject.toml
	@echo "Installing qigraph and what its developers need into .venv …"
	@.venv/bin/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/testing .venv/installed

.venv/ready:
	$(if $(FAULT),$(error $(FAULT)))
	@$(PYTHON) -m venv --clear .venv
	@touch $@

FAULT = $(shell $(PYTHON) -c '$(CHECK)' 2>/dev/null || echo "$(PYTHON) is missing or does not run: install Python 3.11 or newer, or name another with make PYTHON=…")
CHECK = import sys; from importlib.util import find_spec; \
	old = sys.version_info < (3, 11); \
	print("Python 3.11 or newer is needed, and $(PYTHON) is %d.%d: name another with make PYTHON=…" % sys.version_info[:2] if old \
	else "" if find_spec("ensurepip") else "python3-venv is missing: apt-get install python3-venv")
