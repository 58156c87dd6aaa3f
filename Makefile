# The one entry point for people. What a target does stands in bin/.
PORT ?= 8080
DATA ?= data
export PORT DATA ARGS SEED SEEDS FIRST TO FROM ROW

.DEFAULT_GOAL := help
.PHONY: help run aot test check fmt backup restore monitoring sim nightly mutants rules mission screenshots bench faults ha

help: ## This list
	@grep -hE '^[a-z]+( [a-z]+)*:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "make %-12s %s\n", $$1, $$2}'

run: ## Build what changed and start on port 8080 with the example town (PORT=, DATA=, ARGS="--empty")
	@bin/run

aot: ## Train a cache for the next make run, which then starts sooner (takes a start and a half)
	@bin/aot

test: ## Install what the tests need and run all of them
	@bin/test

check: test ## What the build server runs, to the letter

fmt: ## Format everything
	@bin/fmt

backup: ## Back up the database in DATA, also while the server runs (TO=file.tar.gz)
	@bin/run-command backup --data "$(DATA)" --to "$(TO)"

restore: ## Restore a backup into a new folder (FROM=file.tar.gz DATA=new-folder)
	@bin/run-command restore --from "$(FROM)" --data "$(DATA)"

monitoring: ## Check alert rules and dashboard of deploy/monitoring (needs promtool)
	@bin/check-monitoring

sim: ## Years of a made-up town with faults (SEEDS=how many, FIRST=from which on, SEED=replay one)
	@bin/task sim

nightly: ## The same for 100,000 towns that no night had before (SEEDS=, FIRST=)
	@bin/task nightly

mutants: ## Plant each known bug and see that the tests catch it
	@bin/task mutants

rules: ## Write docs/rules from the rules
	@bin/rules

mission: ## Which rows of the mission work, by the last test run
	@bin/task mission

screenshots: ## Take the pictures of the README
	@bin/task screenshots

bench: ## Measure beside db-scheduler, Quartz and the raw limit (CASES=, ROUNDS=, SMOKE=1)
	@bin/task bench

faults: ## Break real servers and databases and count what is lost (ROW="name name", ROW=list)
	@bin/task faults

ha: ## Several servers on a replicated database: kill and cut off what leads (KILLS=, ISOLATIONS=, PATRONI=)
	@bin/task ha
