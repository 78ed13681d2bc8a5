package pgtest_test

import (
	"slices"
	"testing"

	"sangu/internal/pgtest"
)

func TestTestsRunOnBothDatabasesUnlessTheMutationRunnerNarrowsThem(t *testing.T) {
	t.Setenv("CI", "")
	for named, want := range map[string][]string{"": {"sqlite", "postgres"}, "sqlite": {"sqlite"}} {
		t.Setenv("SANGU_TEST_DATABASES", named)
		if got := pgtest.Databases(t); !slices.Equal(got, want) {
			t.Errorf("SANGU_TEST_DATABASES=%q: %v, want %v", named, got, want)
		}
	}
}

// stopped is a test that was told to stop.
type stopped struct {
	testing.TB
	said bool
}

func (s *stopped) Helper()      {}
func (s *stopped) Fatal(...any) { s.said = true }

func TestNarrowingTheDatabasesIsRefusedUnderCI(t *testing.T) {
	t.Setenv("CI", "true")
	t.Setenv("SANGU_TEST_DATABASES", "sqlite")
	s := &stopped{TB: t}
	pgtest.Databases(s)
	if !s.said {
		t.Error("a test under CI ran on one database")
	}
}
