package repository

import (
	"context"
	"reflect"
	"testing"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
	"sangu/domain/recruit"
	"sangu/domain/reporting"
	"sangu/repository/sqlkit"
)

// audited are the entities whose states the journal is given, each filled, by
// the name of the golden file that holds the names of its fields.
func audited() map[string]any {
	return map[string]any{
		"limits": filled[goals.Limits](), "rule_set": filled[goals.RuleSet](), "scheme": filled[goals.Scheme](),
		"suspicion": filled[goals.Suspicion](),
		"feed":      filled[org.Feed](), "person": filled[org.Person](), "post": filled[org.Post](), "token": filled[org.Token](),
		"unit": filled[org.Unit](), "view": filled[org.View](),
		"counting_rule": filled[reporting.CountingRule](), "credit_split": filled[pipeline.CreditSplit](),
		"stage_event": filled[pipeline.Event](),
		"fund_entry":  filled[pipeline.FundEntry](), "fund_verdict": filled[pipeline.FundVerdict](), "gates": filled[pipeline.AuditedGates](),
		"signing": filled[pipeline.SigningEvent](), "verdict": filled[pipeline.Verdict](),
		"targets":    filled[struct{ Targets []reporting.Target }](),
		"attachment": filled[library.Attachment](), "client": filled[library.Client](), "contact": filled[library.Contact](),
		"enterprise": filled[library.Enterprise](), "organization": filled[library.Organization](), "project": filled[library.Project](),
		"follow_up": filled[recruit.FollowUp](), "lead": filled[recruit.Lead](), "visit": filled[recruit.Visit](),
	}
}

// A field that was renamed fails here until it is tagged audit:"its_old_name";
// a new field fails until its name is written into the golden file, where it
// stays.
func TestTheAuditNamesFieldsAsEver(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, db *sqlkit.DB) {
		journal := sqlkit.NewJournal(db)
		for name, entity := range audited() {
			id := domain.UUIDs{}.New()
			change := domain.Change{Action: "golden", Subject: domain.Ref{Kind: "golden", ID: id}, After: entity, Looked: true}
			err := db.Do(context.Background(), func(ctx context.Context) error { return journal.Record(ctx, domain.Actor{}, change) })
			if err != nil {
				t.Fatal(err)
			}
			var wrote struct{ Changes string }
			q := db.Read(context.Background()).Table("audit").Where("subject_id = ?", id)
			if err := q.Select("CAST(changes AS text) AS changes").Take(&wrote).Error; err != nil {
				t.Fatal(err)
			}
			want := golden(t, "audit_"+name, []byte(wrote.Changes))
			if db.Dialect.Name() == "sqlite" && wrote.Changes != want || !sameJSON(t, wrote.Changes, want) {
				t.Errorf("the audit of %s is\n%s\nand was\n%s", name, wrote.Changes, want)
			}
		}
	})
}

// Every exported field of an audited entity is told of, however it is called:
// the golden names are of all of them.
func TestFilledLeavesNoFieldOfAnAuditedEntityEmpty(t *testing.T) {
	t.Parallel()
	for name, entity := range audited() {
		v := reflect.ValueOf(entity)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && v.Field(i).IsZero() {
				t.Errorf("%s has an empty %s, whose name no golden file would hold", name, f.Name)
			}
		}
	}
}
