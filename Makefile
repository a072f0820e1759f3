# Two commands: `make demo` and `make test`. The rest is for who works on the house.

PORT ?= 8080
TARGET := $(or $(CARGO_TARGET_DIR),target)
CARGO ?= cargo
# The demo and the tests share one build, so that whoever does both compiles once.
PROGRAM := $(TARGET)/debug/samenspel
# SAMENSPEL_ALL=1 make test: what a test looks at must be here. The program itself refuses what is no setting of it.
unexport SAMENSPEL_ALL

.PHONY: help demo test test-long bench fuzz matrix advisories release font needs check cargo-tests browser-tests build

help: ## What can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

demo: font build ## The demo on http://localhost:8080 (another port: make demo PORT=9090)
	@exec $(PROGRAM) demo --port $(PORT)

test: needs ## Every test: format, lints, both databases, a real browser
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory cargo-tests
	@$(MAKE) --no-print-directory browser-tests

test-long: needs build ## The tests that take long: 2,000 kills, 100,000 power cuts, killed imports, real files, many rows, 50,000 strange questions
	scripts/with-postgres $(CARGO) test --workspace --locked -- --ignored
	scripts/schemathesis

bench: ## How fast it answers, beside a bare page of the same bytes; and what networks and scans cost, beside igraph
	$(CARGO) build --release --locked --package samenspel --package bench
	$(TARGET)/release/bench --program $(TARGET)/release/samenspel

SECONDS ?= 3600
fuzz: ## Readers against invented input, each for SECONDS (a nightly compiler; see fuzz/README.md)
	@for target in import question ties study; do \
		$(CARGO) +nightly fuzz run --sanitizer none $$target -- -max_total_time=$(SECONDS) -max_len=4096 || exit 1; \
	done

judged: ## How well search finds what a good neighbour would point to, beside three peers
	$(CARGO) run --locked --package bench -- judged

matrix: ## Who may what: the decisions of the policies and the answers over HTTP, each beside its oracle
	$(CARGO) run --locked --package permission --example matrix
	scripts/with-postgres $(CARGO) test --locked --package samenspel --test matrix -- --nocapture

advisories: ## Whether a library has a known fault; asks a list outside, so no test does it
	@command -v cargo-audit >/dev/null || { echo "cargo-audit is not installed: cargo install --locked cargo-audit does that."; exit 1; }
	$(CARGO) audit

release: font ## One binary with everything inside; prints its size
	$(CARGO) build --release --locked --package samenspel
	@echo "$(TARGET)/release/samenspel is $$(du -h --apparent-size $(TARGET)/release/samenspel | cut -f1) ($$(stat -c %s $(TARGET)/release/samenspel) bytes), everything inside."

# The steps of the above.

font:
	@if ! command -v npm >/dev/null; then \
		echo "npm is not installed, so the pages use this computer's own letter instead of Rubik."; \
	elif [ ! ui/font/node_modules/.package-lock.json -nt ui/font/package-lock.json ]; then \
		(cd ui/font && npm ci --silent --no-fund --no-audit) || \
			echo "npm could not fetch the font, so the pages use this computer's own letter instead of Rubik."; \
	fi

build:
	@command -v $(CARGO) >/dev/null || { echo "Rust is not installed: see README.md for what this machine needs."; exit 1; }
	$(CARGO) build --locked --package samenspel

needs:
	@scripts/install-what-tests-need
	@$(MAKE) --no-print-directory font
	@for tests in app/tests/browser capabilities/provider/tests/oidc; do \
		(cd $$tests && if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then npm ci --silent --no-fund --no-audit; fi) || exit 1; \
	done
	@SAMENSPEL_ALL="$(SAMENSPEL_ALL)" scripts/what-is-absent

check:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

# nextest runs the tests of all crates beside each other; without it cargo does, crate by crate.
cargo-tests:
	@if $(CARGO) nextest --version >/dev/null 2>&1; then \
		scripts/with-postgres $(CARGO) nextest run --workspace --locked --no-fail-fast --status-level slow && \
		$(CARGO) test --workspace --locked --doc --quiet; \
	else \
		scripts/with-postgres $(CARGO) test --workspace --locked --no-fail-fast; \
	fi

browser-tests: build
	@SAMENSPEL_PROGRAM="$(abspath $(PROGRAM))" node app/tests/browser/run.mjs
