# The project's commands. make help lists them; make test is what CI runs.
export CGO_ENABLED := 0
SHELL := /bin/bash
GO_FILES = $(shell git ls-files '*.go')

.PHONY: lint contract examples mutate prove guide smoke budget help run dev build test check go front e2e gen drift bench fmt clean
help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: build ## build and start the demonstration county (SANGU_ADDR, default 127.0.0.1:8080)
	bin/sangu serve --demo --data data/demo

dev: frontend/node_modules ## Go server and Vite with reload; Ctrl-C stops both
	@trap 'kill 0' EXIT; go run . serve --demo --data data/demo & (cd frontend && npm run -s dev); wait

build: front ## the web app and bin/sangu with it inside
	go build -trimpath -o bin/sangu .

frontend/node_modules: frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	@touch frontend/node_modules

front: frontend/node_modules ## the web app into frontend/dist
	cd frontend && npm run -s build

test: go drift contract build prove e2e ## everything that CI runs
	@echo "all tests passed"

check: test ## the same as CI

LINTER = .cache/golangci-lint
$(LINTER): tools/lint/go.mod tools/lint/go.sum
	@mkdir -p $(@D)
	cd tools/lint && go build -o $(CURDIR)/$@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint

lint: $(LINTER) ## what .golangci.yml asks of the Go code (ADR 19)
	GOLANGCI_LINT_CACHE=$(CURDIR)/.cache/lint $(LINTER) run ./...

go: lint ## Go: form, linters, vet, and tests on SQLite and PostgreSQL
	@scripts/ensure-postgres.sh
	@test -z "$$(gofmt -l $(GO_FILES))" || { echo "not formatted:"; gofmt -l $(GO_FILES); exit 1; }
	go vet ./...
	go test -timeout 45m ./...
	cd tools/mutate && go vet . && go test .

gen: frontend/node_modules ## make api/openapi.json and the TypeScript types again
	go run . openapi > api/openapi.json.new && mv api/openapi.json.new api/openapi.json
	cd frontend && npm run -s gen

drift: gen ## fail where generated files are not fresh
	git diff --exit-code -- api/openapi.json frontend/src/shared/api/schema.gen.ts

contract: ## the API's document: linters find no error, and clients that three generators make of it work
	@scripts/check-contract.sh

RECORDED = $(CURDIR)/.cache/examples.jsonl
examples: ## record anew the answers and codes that the API's document shows, then make the generated files again
	@scripts/ensure-postgres.sh
	mkdir -p $(dir $(RECORDED)) && rm -f $(RECORDED)
	SANGU_EXAMPLES=$(RECORDED) go test -count=1 -run '^Test/(sqlite|each)' ./api
	$(MAKE) gen
	cd tools/contract && go run ./examples -recorded $(RECORDED)
	$(MAKE) gen

e2e: frontend/node_modules ## the front end's checks, unit tests and browser tests, against bin/sangu
	@scripts/ensure-chromium.sh
	cd frontend && npm run -s lint && npm run -s typecheck && npm run -s test && npm run -s budget sizes && npm run -s e2e

smoke: build ## the part of the browser tests that runs in a minute and a half
	@scripts/ensure-chromium.sh
	cd frontend && npm run -s smoke

budget: build ## what the first screens cost: kilobytes, and CPU seconds to the first table
	@scripts/ensure-chromium.sh
	cd frontend && npm run -s budget

guide: build ## the guides' pictures taken anew, then the product built with them
	@scripts/ensure-chromium.sh
	cd frontend && SANGU_GUIDE=1 npx playwright test e2e/guide.spec.ts
	$(MAKE) build

prove: build ## the compose commands as plain processes, on a throwaway PostgreSQL
	@scripts/prove-postgres.sh

bench: ## this API beside a bare handler with the same SQL and pgbench, in one run
	@scripts/ensure-postgres.sh
	go build -o bin/bench ./internal/bench/cmd/bench
	bin/bench

fmt: ## format everything
	gofmt -w $(GO_FILES)
	cd frontend && npx biome check --write .

# MUTATE narrows it: make mutate MUTATE="-only rule -path domain/recruit"
mutate: ## break each guard, scope clause, mapper field and rule, one at a time: what no test notices is printed
	cd tools/mutate && go run . -dir ../.. $(MUTATE)

clean: ## remove what was built
	rm -rf bin frontend/dist/assets frontend/dist/index.html*
