# Every target sets up what it needs first: `make chat` and `make test` work on a fresh checkout.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# uv where it is installed, else our own copy of it (a --target install, which no "externally managed" Python refuses).
UV := $(shell command -v uv 2>/dev/null || echo .bootstrap/bin/uv)

.PHONY: help chat test check format docs lock model bench image clean

help:
	@echo "make chat    conversa no terminal"
	@echo "make test    todas as verificações e testes"
	@echo "make check   formatação, lint, tipos, arquitetura e documentação"
	@echo "make eval    mede o entendimento com as frases anotadas"
	@echo "make format  formata o código"
	@echo "make docs    regenera as tabelas da documentação"
	@echo "make model   treina de novo o modelo de entendimento"
	@echo "make lock    atualiza as versões travadas"
	@echo "make image   constrói a imagem Docker"

.bootstrap/bin/uv:
	@$(PYTHON) -m pip install --quiet --target .bootstrap uv

$(VENV)/.run: requirements.lock pyproject.toml | $(filter .bootstrap/%,$(UV))
	@test -x $(BIN)/python || $(UV) venv --quiet --python $(PYTHON) $(VENV)
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

chat: $(VENV)/.run
	@$(BIN)/estivador chat

test: check
	@./.ci/engine
	@$(BIN)/pytest

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog -P --check README.md docs/*.md
	$(BIN)/estivador train --check

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev
	$(BIN)/cog -P -r README.md docs/*.md

model: $(VENV)/.dev
	$(BIN)/estivador train

eval: $(VENV)/.run
	@$(BIN)/estivador eval tests/sentences

lock: | $(filter .bootstrap/%,$(UV))
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra postgres --extra webhooks --group build pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra postgres --extra webhooks --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

image:
	docker build -t estivador .

clean:
	rm -rf $(VENV) .bootstrap
