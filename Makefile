# Everything a newcomer or a developer runs. `make` alone lists what there is.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: bench-matching help app demo test setup setup-system format lint types layers fit docs docs-check tests pictures bench bench-market lock clean

bin := .venv/bin
as_of := 2026-11-22

help: ## List what can be made
	@echo "Bedside. What can be made:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-22s%s\n", $$1, $$2 }'

app: setup ## Set everything up and open Bedside in the browser
	@$(bin)/bedside serve

demo: setup ## Set everything up and turn the examples into plans, calendars, summaries, odds and lists of programs in ./out/
	@examples/run-all $(as_of)

test: setup setup-system lint layers ## Set everything up and run every check and test
	@said=$$(mktemp); $(bin)/mypy > "$$said" 2>&1 & types=$$!; $(bin)/python -m tests; tests=$$?; \
	wait $$types; types=$$?; cat "$$said"; rm -f "$$said"; exit $$((types | tests))

setup-system: ## Check for system packages, and install what is missing where that is allowed
	@setup/system --for-tests

setup: ## Make the environment in .venv (done by the others when needed)
	@setup/environment

format: setup ## Put the code into its one form
	@$(bin)/ruff check --fix .
	@$(bin)/ruff format .

lint: setup ## Check the code's form and habits
	@$(bin)/ruff check .
	@$(bin)/ruff format --check .

types: setup ## Check the types
	@$(bin)/mypy

layers: setup ## Check that rooms import downwards only
	@$(bin)/lint-imports --no-logo

fit: setup ## Fit the parameters of the odds anew from the evidence (a test says when they are stale)
	@$(bin)/python -m bedside.odds.fitting

docs: setup ## Write docs/reference anew from the commands, the evidence and the dossier's shape
	@$(bin)/python -m docs.generate

docs-check: setup ## Check that docs/reference is what it would be if written anew (so does a test)
	@$(bin)/python -m docs.generate --check

tests: setup setup-system ## Run the tests, and those of the app again on PostgreSQL
	@$(bin)/python -m tests

pictures: setup ## Take a picture of every page of the app, at two widths, light and dark, into ./out/pages/
	@$(bin)/python -m tests.browser.pictures out/pages

bench: setup ## Measure what should stay quick
	@$(bin)/python -m benchmarks

bench-market: setup ## Measure how long the whole Match takes to simulate
	@$(bin)/python -m benchmarks.market

bench-matching: setup ## Measure the matching engine, and write docs/reference/matching-measured.md
	@$(bin)/python -m benchmarks.matching

lock: setup ## Pin the newest versions that fit pyproject.toml (needs uv)
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file requirements.lock > /dev/null

clean: ## Remove the environment, the outputs and every cache
	rm -rf .venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
