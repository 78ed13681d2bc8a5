package repository

import (
	"strings"
	"testing"

	"county/domain"
	"county/domain/pool"
)

func TestAStaleVisitIsNotSaved(t *testing.T) {
	if _, err := Save(pool.Visit{Version: 2}); err == nil {
		t.Error("saved over another version")
	}
}

func TestUnitsNarrow(t *testing.T) {
	if q := Visits(domain.Reach{Units: []string{"a"}}); len(q.Conditions) == 0 || strings.Contains(q.Conditions[0], "1 = 1") {
		t.Error("not narrowed")
	}
}

func TestTheStateIsKept(t *testing.T) {
	if stored().State != "planned" || columns(stored())["state"] != "planned" {
		t.Error("the state got lost")
	}
	Save(stored())
}
