# Every command sets up .venv first, where it is missing or older than pyproject.toml.
.DEFAULT_GOAL := help
.PHONY: help run test check check-presets bench gallery translations clean

PY := .venv/bin/python
# A real window asks for more system libraries than an offscreen one, so each has its own stamp.
WINDOW := .venv/.ready$(if $(DISPLAY)$(WAYLAND_DISPLAY),-display)
OFFSCREEN := QT_QPA_PLATFORM=offscreen

help:
	@echo "make run      open Skipwire; without a display, train LeNet-5 offscreen and take a picture"
	@echo "make test     run the whole test suite, offscreen"
	@echo "make check    lint, types and import contracts"
	@echo "make check-presets  published networks at their full size; takes minutes"
	@echo "make bench    comparisons, as ratios"
	@echo "make translations  bring the files of translations up to date"
	@echo "make gallery  work the presets out again for the gallery"
	@echo "make clean    remove the environment and all caches"

run: $(WINDOW)
	@$(PY) -m app

test: .venv/.ready
	$(OFFSCREEN) OMP_NUM_THREADS=1 $(PY) -m pytest -n 2

check: .venv/.ready
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) .venv/bin/lint-imports

check-presets: .venv/.ready
	$(OFFSCREEN) $(PY) -m tests.presets

bench: .venv/.ready
	$(OFFSCREEN) $(PY) -m tests.bench

gallery: .venv/.ready
	$(PY) -m app.gallery

translations: .venv/.ready
	$(PY) -m tests.app.ui.language

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.ready .venv/.ready-display: pyproject.toml .ci/setup .venv/bin/python
	@.ci/setup $(if $(findstring display,$@),--display)

# Gone with the clone, or with the system's Python: the stamps above are then made again.
.venv/bin/python: ;
