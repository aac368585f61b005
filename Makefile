# Baken. `make demo` shows it, `make test` checks it. Everything else is for people who work on it.
PYTHON ?= python3
RUN = .venv/bin/python
HEART = src/baken/privacy/*,src/baken/*/access.py,src/baken/signals/services.py,src/baken/signals/flow.py,src/baken/signals/cookie.py
TESTS = -n 2 --dist loadfile

.PHONY: demo test quick proof coverage bench screens train evaluate lock prepare prepare-dev checks clean

demo:            ## set everything up and start with an invented region
	@$(PYTHON) prepare.py
	@BAKEN_DEMO=ja .venv/bin/baken demo $(if $(PORT),--port $(PORT))

test: prepare-dev checks  ## all checks and all tests
	$(RUN) -m pytest $(TESTS)

quick: prepare-dev checks ## the fast half: under a minute
	$(RUN) -m pytest $(TESTS) -m "not browser and not slow"

checks:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/djade --check $$(git ls-files '*.html')
	.venv/bin/lint-imports
	.venv/bin/bandit -q -r src -x '*/tests/*' --severity-level medium
	BAKEN_DATA=var/check $(RUN) manage.py makemigrations --check --dry-run
	.venv/bin/baken content lint --quiet

proof: prepare-dev         ## every proof in full, by hand (see docs/proof.md)
	BAKEN_PROOF=full $(RUN) -m pytest tests/proof $(TESTS) -rP --show-capture=stdout

coverage: prepare-dev      ## how much of the code the tests reach, by hand: 100 % of access, crypto and intake, 95 % of all
	$(RUN) -m coverage erase
	BAKEN_CI= $(RUN) -m coverage run -m pytest -n 0
	$(RUN) -m coverage combine -q
	$(RUN) -m coverage report --skip-covered --fail-under=95
	$(RUN) -m coverage report --fail-under=100 --include="$(HEART)"

bench: prepare-dev         ## speed, as ratios measured side by side
	$(RUN) -m benchmarks

screens: prepare-dev       ## screenshots of the main pages into docs/screens/
	$(RUN) -m tests.journeys.screens

train: prepare-dev         ## learn the weights of the statistical reader from corpus/
	$(RUN) -m corpus.train

evaluate: prepare-dev      ## how good the assessment is on notes that it was not made with
	.venv/bin/baken evaluate evaluation/tune
	.venv/bin/baken evaluate evaluation/sealed

lock:                      ## renew the lock files
	uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-header -q -U -o requirements.txt
	uv pip compile pyproject.toml --group dev --python-version 3.11 --universal --generate-hashes --no-header -q -U -o requirements-dev.txt
	npm install --package-lock-only --no-audit --no-fund

prepare:
	@$(PYTHON) prepare.py

prepare-dev:
	@$(PYTHON) prepare.py --dev

clean:
	rm -rf .venv node_modules src/baken/ui/built src/baken/content/.cache .mypy_cache .ruff_cache
