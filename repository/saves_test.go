package repository_test

import (
	"reflect"
	"strings"
	"testing"

	goalsstore "sangu/repository/goals"
	intakestore "sangu/repository/intake"
	librarystore "sangu/repository/library"
	noticestore "sangu/repository/notice"
	orgstore "sangu/repository/org"
	pipelinestore "sangu/repository/pipeline"
	recruitstore "sangu/repository/recruit"
	reportingstore "sangu/repository/reporting"
	"sangu/repository/sqlkit"
)

// TestEverySaveOverAVersionIsRegistered fails where a store has a method that
// writes an entity with a version, and subjects does not name it.
func TestEverySaveOverAVersionIsRegistered(t *testing.T) {
	t.Parallel()
	registered := map[string]bool{}
	for _, sub := range subjects() {
		for _, name := range sub.saves {
			registered[name] = true
		}
	}
	found := 0
	for _, store := range allStores() {
		for m := range store.Methods() {
			if !strings.HasPrefix(m.Name, "Save") || m.Type.NumIn() < 3 || m.Type.In(2).Kind() != reflect.Struct {
				continue
			}
			if _, versioned := m.Type.In(2).FieldByName("Version"); !versioned {
				continue
			}
			found++
			if !registered[m.Name] {
				t.Errorf("%s.%s writes over a version, and subjects() does not name it", store, m.Name)
			}
		}
	}
	if found == 0 {
		t.Error("no store saves anything")
	}
}

// allStores are the types of the stores.
func allStores() []reflect.Type {
	return []reflect.Type{
		reflect.TypeFor[*goalsstore.CheckStore](),
		reflect.TypeFor[*goalsstore.ColourStore](),
		reflect.TypeFor[*goalsstore.DecisionStore](),
		reflect.TypeFor[*goalsstore.LimitStore](),
		reflect.TypeFor[*goalsstore.MonthlyLightStore](),
		reflect.TypeFor[*goalsstore.ResponsibleProjectsStore](),
		reflect.TypeFor[*goalsstore.SchemeStore](),
		reflect.TypeFor[*goalsstore.SuspicionStore](),
		reflect.TypeFor[*goalsstore.TotalsStore](),
		reflect.TypeFor[*intakestore.ImportStore](),
		reflect.TypeFor[*intakestore.LookupStore](),
		reflect.TypeFor[*intakestore.SampleStore](),
		reflect.TypeFor[*librarystore.AssignmentStore](),
		reflect.TypeFor[*librarystore.AttachmentStore](),
		reflect.TypeFor[*librarystore.BatchStore](),
		reflect.TypeFor[*librarystore.BinStore](),
		reflect.TypeFor[*librarystore.ClientStore](),
		reflect.TypeFor[*librarystore.ContactStore](),
		reflect.TypeFor[*librarystore.DuplicateStore](),
		reflect.TypeFor[*librarystore.EnterpriseStore](),
		reflect.TypeFor[*librarystore.LiveStore](),
		reflect.TypeFor[*librarystore.OrganizationStore](),
		reflect.TypeFor[*librarystore.ProjectStore](),
		reflect.TypeFor[*librarystore.SearchStore](),
		reflect.TypeFor[*librarystore.TimelineStore](),
		reflect.TypeFor[*noticestore.DispatchStore](),
		reflect.TypeFor[*noticestore.NoticeStore](),
		reflect.TypeFor[*noticestore.WatchStore](),
		reflect.TypeFor[*orgstore.AuditStore](),
		reflect.TypeFor[*orgstore.FeedStore](),
		reflect.TypeFor[*orgstore.PersonStore](),
		reflect.TypeFor[*orgstore.PostStore](),
		reflect.TypeFor[*orgstore.PreferenceStore](),
		reflect.TypeFor[*orgstore.ProfileStore](),
		reflect.TypeFor[*orgstore.SessionStore](),
		reflect.TypeFor[*orgstore.UnitStore](),
		reflect.TypeFor[*orgstore.ViewStore](),
		reflect.TypeFor[*pipelinestore.CurrentStateStore](),
		reflect.TypeFor[*pipelinestore.EventStore](),
		reflect.TypeFor[*pipelinestore.EvidenceStore](),
		reflect.TypeFor[*pipelinestore.FundStore](),
		reflect.TypeFor[*pipelinestore.GateStore](),
		reflect.TypeFor[*pipelinestore.SigningStore](),
		reflect.TypeFor[*pipelinestore.SplitStore](),
		reflect.TypeFor[*pipelinestore.VerdictStore](),
		reflect.TypeFor[*recruitstore.AgendaStore](),
		reflect.TypeFor[*recruitstore.DeskStore](),
		reflect.TypeFor[*recruitstore.FollowUpStore](),
		reflect.TypeFor[*recruitstore.LeadStore](),
		reflect.TypeFor[*recruitstore.VisitStore](),
		reflect.TypeFor[*reportingstore.BulletinStore](),
		reflect.TypeFor[*reportingstore.FundReportStore](),
		reflect.TypeFor[*reportingstore.HistoryStore](),
		reflect.TypeFor[*reportingstore.TallyStore](),
		reflect.TypeFor[*reportingstore.RuleStore](),
		reflect.TypeFor[*reportingstore.TargetStore](),
		reflect.TypeFor[*reportingstore.WorkListStore](),
		reflect.TypeFor[*sqlkit.LeaseStore](),
		reflect.TypeFor[*sqlkit.SubjectStore](),
		reflect.TypeFor[*sqlkit.Journal](),
	}
}
