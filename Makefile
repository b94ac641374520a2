# make report: set up, build, and run the main job on samples/ into reports/
# make test:   set up, and run all tests
# make trial:  what the tests hold for a few random enterprises, for 150; docs/trials.md keeps the result
# make lint:   the house style, strictly
# make install PREFIX=/usr/local: a release binary that runs where Swift is not installed
# make clean:  remove what was built

SWIFT ?= swift
PREFIX ?= /usr/local
SOURCES = Package.swift Plugins Sources Tests Fuzz

.PHONY: report test trial lint install clean setup setup-test goldens

setup:
	@scripts/setup build

setup-test:
	@scripts/setup build test

report: setup
	$(SWIFT) build --product dualbokslut
	$$($(SWIFT) build --show-bin-path)/dualbokslut report samples/*/ --output reports --edition intern --verbose

test: setup-test
	$(SWIFT) test --disable-xctest

trial: setup-test
	scripts/trial

# Rewrites what the tests compare with; read the difference before committing it.
goldens: setup-test
	DUALBOKSLUT_REWRITE_GOLDENS=1 $(SWIFT) test --disable-xctest --filter Golden

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

install: setup
	$(SWIFT) build -c release --static-swift-stdlib --product dualbokslut
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $$($(SWIFT) build -c release --static-swift-stdlib --show-bin-path)/dualbokslut $(DESTDIR)$(PREFIX)/bin/dualbokslut

clean:
	rm -rf .build .build-fuzz
