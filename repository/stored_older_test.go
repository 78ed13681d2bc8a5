package repository

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	intakestore "sangu/repository/intake"
	reportingstore "sangu/repository/reporting"
)

// Forms that have grown are still read as they were first written: nothing of the
// older bytes is lost on the way into the entity and back, and what was not there
// then stays absent.
func TestWhatWasStoredInAnOlderFormIsStillRead(t *testing.T) {
	t.Parallel()
	readOlder(t, "import_reading", intakestore.StoredReading.Entity, intakestore.StoreReading)
	readOlder(t, "bulletin_figures", reportingstore.StoredBulletinFigures.Entity, reportingstore.StoreBulletinFigures)
	readOlder(t, "import_sheet", intakestore.StoredSheet.Entity, intakestore.StoreSheet)
}

func readOlder[S, E any](t *testing.T, name string, restore func(S) E, store func(E) S) {
	t.Helper()
	older, err := os.ReadFile(filepath.Join("testdata", "stored", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var stored S
	if err := json.Unmarshal(older, &stored); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(store(restore(stored)))
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.TrimSpace(string(older)); string(again) != want {
		t.Errorf("%s is read as %s, want %s", name, again, want)
	}
}
