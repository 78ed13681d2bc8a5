package repository

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"sangu/domain/intake"
	intakestore "sangu/repository/intake"
)

// Forms that have grown are still read as they were first written: what was not
// there then is zero.
func TestWhatWasStoredInAnOlderFormIsStillRead(t *testing.T) {
	t.Parallel()
	reading := filled[intake.Reading]()
	reading.Open = false
	readOlder(t, "import_reading", intakestore.StoredReading.Entity, reading)
}

func readOlder[S, E any](t *testing.T, name string, restore func(S) E, want E) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "stored", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var stored S
	if err := json.Unmarshal(b, &stored); err != nil {
		t.Fatal(err)
	}
	if got := restore(stored); !reflect.DeepEqual(got, want) {
		t.Errorf("%s is read as %+v, want %+v", name, got, want)
	}
}
