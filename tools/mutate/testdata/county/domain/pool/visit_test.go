package pool_test

import (
	"testing"

	"county/domain/pool"
)

func TestAVisitIsCompletedOnce(t *testing.T) {
	v := pool.Visit{State: "done"}
	if v.Complete("well") == nil {
		t.Error("completed twice")
	}
}

func TestASummaryIsWanted(t *testing.T) {
	v := pool.Visit{State: "planned"}
	if v.Complete("") == nil {
		t.Error("completed without a summary")
	}
}

func TestSomebodyComes(t *testing.T) {
	v := pool.Visit{}
	if len(v.Check()) == 0 {
		t.Error("nobody came")
	}
}
