# Two commands do everything on a fresh Debian or Ubuntu with Swift 6.2 or later:
#
#   make report   sets up what is missing, builds, and makes the default report in output/latest/report.html
#   make test     sets up what is missing, checks the format, builds, and runs all tests
#
# make check runs what takes long: the commands under sanitizers.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

LIBRARIES := libcairo2-dev libopenblas-dev libpng-dev zlib1g-dev libgumbo-dev libssl-dev pkg-config fonts-dejavu-core tzdata
BROWSER := chromium python3-venv default-jre-headless
SOURCES := Package.swift Sources Tests
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
# Other options for the report: make report OPTIONS='--preset quick'
OPTIONS :=
# Where `make install` puts the program, its completions and its manual; DESTDIR is for packagers.
PREFIX := /usr/local
DESTDIR :=

.PHONY: help commit install report test check setup setup-browser lint format build unit-test browser-test attack-test pytorch-test attack sanitized-test sanitize bench clean

help:
	@sed -n '1,4s/^# \{0,1\}//p' Makefile

report: setup commit
	swift build --configuration release --product nilm-report
	.build/release/nilm-report build $(OPTIONS)

test: lint unit-test browser-test attack-test

# What takes long.
check: sanitized-test

# Installs what is missing, and asks the package manager only then.
define install
missing=(); for package in $(1); do \
	dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); \
done; \
if [ $${#missing[@]} -gt 0 ]; then \
	command -v apt-get >/dev/null || { echo "please install: $${missing[*]}" >&2; exit 1; }; \
	$(SUDO) apt-get update -qq; \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$${missing[@]}" >/dev/null; \
fi
endef

setup:
	@$(call install,$(LIBRARIES))

setup-browser: .tools/venv/installed
	@$(call install,$(BROWSER))

.tools/venv/installed: Tests/browser/requirements.txt
	@$(call install,$(BROWSER))
	python3 -m venv .tools/venv
	.tools/venv/bin/pip install --quiet --disable-pip-version-check --requirement Tests/browser/requirements.txt
	touch $@

# PyTorch has 3 GB with what it brings for graphics cards; PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu in the
# environment takes the 0.2 GB without them.
.tools/torch/installed: Tests/pytorch/requirements.txt
	@$(call install,python3-venv)
	python3 -m venv .tools/torch
	.tools/torch/bin/pip install --quiet --disable-pip-version-check --requirement Tests/pytorch/requirements.txt
	touch $@

# Tells the program its commit, of this folder's own checkout: none for an unpacked archive inside another one.
commit:
	@commit=; \
	if [ "$$(git rev-parse --show-toplevel 2>/dev/null)" = "$$(pwd -P)" ]; then \
		commit=$$(git rev-parse --short=12 HEAD); \
		[ -z "$$(git status --porcelain)" ] || commit+=+dirty; \
	fi; \
	line="#define COMMIT \"$$commit\""; \
	if [ "$$(cat Sources/CSupport/commit.h 2>/dev/null)" != "$$line" ]; then \
		echo "$$line" > Sources/CSupport/commit.h; \
		touch Sources/CSupport/commit.c; \
	fi

# A program that needs no Swift where it runs: only libcairo2, libopenblas0, libpng16-16, zlib1g, libgumbo1 and libssl3.
STATIC := --configuration release --static-swift-stdlib --scratch-path .build/static
install: setup commit
	swift build $(STATIC) --product nilm-report
	install -D -m 755 --strip .build/static/release/nilm-report $(DESTDIR)$(PREFIX)/bin/nilm-report
	program=$(DESTDIR)$(PREFIX)/bin/nilm-report; share=$(DESTDIR)$(PREFIX)/share; \
	mkdir -p $$share/bash-completion/completions $$share/zsh/site-functions $$share/fish/vendor_completions.d; \
	$$program --generate-completion-script bash > $$share/bash-completion/completions/nilm-report; \
	$$program --generate-completion-script zsh > $$share/zsh/site-functions/_nilm-report; \
	$$program --generate-completion-script fish > $$share/fish/vendor_completions.d/nilm-report.fish; \
	mkdir -p $$share/man/man1; \
	$$program manual | gzip --no-name --best > $$share/man/man1/nilm-report.1.gz

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

format:
	swift format --in-place --recursive --parallel $(SOURCES)

build: setup commit
	swift build --build-tests --explicit-target-dependency-import-check error

unit-test: build
	swift test --skip-build

# The page in a browser: a report of the smoke preset, made by the debug build that the tests used.
browser-test: build setup-browser
	rm -rf .build/browser
	.build/debug/nilm-report build --preset quick --quiet --output .build/browser --run-id one
	.build/debug/nilm-report build --preset quick --quiet --width 16 --output .build/browser --run-id other
	.build/debug/nilm-report compare .build/browser/one .build/browser/other --output .build/browser/compare.html
	.build/debug/nilm-report inspect --data synthetic --html .build/browser/inspect.html >.build/browser/inspect.txt
	.tools/venv/bin/python Tests/browser/hostile.py .build/debug/nilm-report .build/browser
	sh Tests/browser/run.sh .build/browser/one/report.html .build/browser/compare.html .build/browser/inspect.html \
		.build/browser/hostile/report.html

# Files from strangers, hostile folders, signals and sizes: a sample, in about a minute.
attack-test: build setup-browser
	python3 Tests/attacks/run.py .build/debug/nilm-report
	python3 Tests/attacks/sizes.py .build/debug/nilm-report .build/sizes.md

# All of them.
attack: setup
	swift build --configuration release --product nilm-report
	python3 Tests/attacks/run.py .build/release/nilm-report --full
	python3 Tests/attacks/sizes.py .build/release/nilm-report .build/sizes.md --full

# Memory errors and data races in the commands, as a person runs them.
SANITIZERS := address thread
sanitized-test: setup
	for kind in $(SANITIZERS); do \
		swift build --product nilm-report --sanitize=$$kind --scratch-path .build/$$kind; \
		Tests/sanitized.sh .build/$$kind/debug/nilm-report; \
	done

# Our networks, forward and backward, beside PyTorch's, by the modules that `export` writes.
pytorch-test: build .tools/torch/installed
	rm -rf .build/pytorch
	.build/debug/kernel-bench reference .build/pytorch >/dev/null
	.tools/torch/bin/python -B Tests/pytorch/check.py .build/pytorch --program .build/debug/nilm-report

# The same in all tests of the arithmetic and its threads, and of what reads files from elsewhere; NILM_FUZZ_INPUTS says
# how many damaged files of a kind are tried. XCTest, which no test uses, leaks by itself.
SANITIZED := KernelsTests|NetworksTests|ScoringTests|SupportTests|Fuzz
sanitize: setup
	for kind in address thread; do \
		swift test --disable-xctest --sanitize=$$kind --scratch-path .build/$$kind --filter '$(SANITIZED)'; \
	done

# The tables of docs/performance.md, on this machine; leave it alone meanwhile.
bench: setup
	swift build --configuration release --product kernel-bench
	.build/release/kernel-bench kernels
	.build/release/kernel-bench profile
	.build/release/kernel-bench step --threads 1,2
	for window in 512 1800 3600 7200 14400; do \
		.build/release/kernel-bench step --window $$window --batch 2 --band 64 --steps 3 | tail -1; \
	done
	.build/release/kernel-bench step --window 3600 --batch 2 --steps 3
	.build/release/kernel-bench predict --window 128 --width 64 --heads 2 --depth 2

clean:
	rm -rf .build .tools
