# Framework QDA. `make run` opens the sample study, `make test` passes the whole suite; both set everything up.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
SAMPLE := build/sample/Sample study.fqda

.PHONY: run test bench screenshots wheel clean

run: $(READY)
	@scripts/run_sample.sh

test: $(READY)
	@echo "== Style (ruff), types (mypy), layers (import-linter)"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@echo "== Tests, two at a time, in no window"
	LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile

bench: $(READY)
	@for bench in bench/bench_*.py; do echo "== $$bench"; QT_QPA_PLATFORM=offscreen $(BIN)/python $$bench || exit 1; done

screenshots: $(READY)
	@echo "== Drawing the pictures of the user guide from the running program"
	QT_QPA_PLATFORM=offscreen $(BIN)/python scripts/screenshots docs/guide/pictures

wheel: $(READY)
	$(BIN)/python -m build --wheel --outdir dist

$(READY): pyproject.toml scripts/setup.sh
	@scripts/setup.sh $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) build dist
