package repository

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	goalsstore "sangu/repository/goals"
	intakestore "sangu/repository/intake"
	librarystore "sangu/repository/library"
	noticestore "sangu/repository/notice"
	orgstore "sangu/repository/org"
	pipelinestore "sangu/repository/pipeline"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

var updateStored = flag.Bool("update-stored", false,
	"with -run /sqlite, write the golden file of what has none yet; one that is there never changes")

// A storedForm is one kind of stored JSON: the entity filled, and the way into
// its bytes and back.
type storedForm struct {
	name   string
	entity any
	column any // as it is given to the database
	read   func(q *gorm.DB) (any, error)
}

// form returns how an entity E is stored as an S.
func form[E, S any](name string, store func(E) S, restore func(S) E) storedForm {
	entity := filled[E]()
	return storedForm{name: name, entity: entity, column: sqlkit.Document[S]{V: store(entity)}, read: func(q *gorm.DB) (any, error) {
		var r struct{ Value sqlkit.Document[S] }
		err := q.Take(&r).Error
		return restore(r.Value.V), err
	}}
}

// same is for what is stored as it is: texts by names that no Go field gives.
func same[T any](v T) T { return v }

func storedForms() []storedForm {
	return []storedForm{
		form("counted_facts", reportingstore.StoreCountedFacts, reportingstore.StoredCountedFacts.Entity),
		form("counting_rule", reportingstore.StoreCountingRule, reportingstore.StoredCountingRule.Entity),
		form("bulletin_figures_2", reportingstore.StoreBulletinFigures, reportingstore.StoredBulletinFigures.Entity),
		form("gate", pipelinestore.StoreGate, pipelinestore.StoredGate.Entity),
		form("fund_support", pipelinestore.StoreSupport, pipelinestore.StoredSupport.Entity),
		form("credit_share", pipelinestore.StoreCreditShare, pipelinestore.StoredCreditShare.Entity),
		form("scheme", goalsstore.StoreScheme, goalsstore.StoredScheme.Entity),
		form("colours", goalsstore.StoreRuleSet, goalsstore.StoredRuleSet.Entity),
		form("suspicion_limits", goalsstore.StoreLimits, goalsstore.StoredLimits.Entity),
		form("profile", orgstore.StoreProfile, orgstore.StoredProfile.Entity),
		form("view_columns", orgstore.StoreColumns, orgstore.StoredColumns.Entity),
		form("notice_settings", noticestore.StoreSettings, noticestore.StoredSettings.Entity),
		form("outbox_told", sqlkit.StoreRecipient, sqlkit.StoredRecipient.Entity),
		form("import_sheet_2", intakestore.StoreSheet, intakestore.StoredSheet.Entity),
		form("import_reading_2", intakestore.StoreReading, intakestore.StoredReading.Entity),
		form("import_before", intakestore.StoreBefore, intakestore.StoredBefore.Entity),
		form("import_finding", sqlkit.StoreFieldError, sqlkit.StoredFieldError.Entity),
		form("year_plan", librarystore.StoreYearPlan, librarystore.StoredYearPlan.Entity),
		form("key_level", librarystore.StoreKeyLevel, librarystore.StoredKeyLevel.Entity),
		form("batch_edit", same[library.Edit], same[library.Edit]),
		form("keeping", same[goalsstore.Keeping], same[goalsstore.Keeping]),
		form("audit_changes", same[map[string]sqlkit.Change], same[map[string]sqlkit.Change]),
		form("texts", same[map[string]string], same[map[string]string]),
		form("measures", same[map[string]float64], same[map[string]float64]),
		form("ids", same[[]domain.ID], same[[]domain.ID]),
	}
}

// golden returns the bytes of a golden file, and with -update-stored writes it
// where there is none.
func golden(t *testing.T, name string, now []byte) string {
	t.Helper()
	file := filepath.Join("testdata", "stored", name+".json")
	if _, err := os.Stat(file); *updateStored && os.IsNotExist(err) {
		if err := os.WriteFile(file, append(now, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(b), "\n")
}

// keepSetting puts a value into a setting of its own and returns the query that
// reads it again.
func keepSetting(t *testing.T, db *sqlkit.DB, name string, value any) *gorm.DB {
	t.Helper()
	row := map[string]any{"name": name, "value": value, "version": 1, "updated_at": db.Clock.Now()}
	err := db.Do(context.Background(), func(ctx context.Context) error {
		return db.Write(ctx).Table("settings").Create(row).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return db.Read(context.Background()).Table("settings").Where("name = ?", name)
}

// PostgreSQL keeps JSON in an order of its own, so there the members are
// compared and not the bytes.
func TestWhatIsStoredIsWrittenAndReadAsEver(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, db *sqlkit.DB) {
		for _, f := range storedForms() {
			var wrote struct{ Value string }
			q := keepSetting(t, db, "golden."+f.name+".written", f.column)
			if err := q.Select("CAST(value AS text) AS value").Take(&wrote).Error; err != nil {
				t.Fatal(err)
			}
			want := golden(t, f.name, []byte(wrote.Value))
			if db.Dialect.Name() == "sqlite" && wrote.Value != want || !sameJSON(t, wrote.Value, want) {
				t.Errorf("%s is written\n%s\nand not\n%s", f.name, wrote.Value, want)
			}
			got, err := f.read(keepSetting(t, db, "golden."+f.name+".read", want))
			if err != nil || !reflect.DeepEqual(got, f.entity) {
				t.Errorf("%s is read as\n%+v (%v) and not as\n%+v", f.name, got, err, f.entity)
			}
		}
	})
}

func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	var x, y any
	if err := errors.Join(json.Unmarshal([]byte(a), &x), json.Unmarshal([]byte(b), &y)); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}

// domainDocument finds columns and settings whose JSON would have the names of
// an entity's Go fields.
var domainDocument = regexp.MustCompile(`(?:document|readSetting|readVersioned)\[` +
	`(?:\*|\[\]|map\[\w+\])*((?:domain|goals|intake|notice|org|pipeline|pool|recruit)\.\w+)\]`)

func TestNoEntityIsStoredUnderTheNamesOfItsGoFields(t *testing.T) {
	t.Parallel()
	// These are texts and maps of texts: no field names them.
	plain := map[string]bool{"domain.ID": true, "library.Edit": true}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range domainDocument.FindAllStringSubmatch(string(source), -1) {
			if !plain[m[1]] && !strings.HasSuffix(file, "_test.go") {
				t.Errorf("%s stores a %s by %s: give it a stored form", file, m[1], m[0])
			}
		}
	}
}
