export CGO_ENABLED := 0

.PHONY: help build test check run
help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

build: ## build bin/sangu
	go build -o bin/sangu .

run: build ## start the demonstration county
	bin/sangu serve --demo --data data/demo

test: ## everything that CI runs
	test -z "$$(gofmt -l $$(git ls-files '*.go'))"
	go vet ./...
	go test ./...

check: test ## the same as CI
