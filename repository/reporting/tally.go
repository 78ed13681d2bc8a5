package reporting

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/reporting"
	librarystore "sangu/repository/library"
	"sangu/repository/sqlkit"
)

// StageTallies implements reporting.TallyStore.
func (s *TallyStore) StageTallies(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) ([]reporting.StageTally, error) {
	var rows []struct {
		Stage  string
		Denied string
		Over   bool
		Count  int
		Amount int64
	}
	q := librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, f.Projects).Where("(p.stage <> '' OR p.denied_stage <> '')")
	err := q.Select("p.stage, p.denied_stage AS denied, p.ended_on IS NOT NULL AS over, count(*) AS count, " +
		"CAST(COALESCE(sum(p.total_investment), 0) AS bigint) AS amount").
		Group("p.stage, p.denied_stage, p.ended_on IS NOT NULL").Scan(&rows).Error
	out := make([]reporting.StageTally, len(rows))
	for i, r := range rows {
		out[i] = reporting.StageTally{Stage: library.Stage(r.Stage), Denied: library.Stage(r.Denied), Over: r.Over,
			Tally: reporting.Tally{Count: r.Count, Amount: domain.Yuan(r.Amount)}}
	}
	return out, err
}

// signed narrows to projects whose signing had happened by the cut-off.
func (s *TallyStore) signed(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) *gorm.DB {
	return librarystore.NewProjectStore(s.db).ProjectsWhere(ctx, actor, f.Projects).Where("p.signed_on <= ?", sqlkit.Date(f.Until))
}

type signingRow struct {
	Key, Name                                         string
	Signed, Fulfilling, Started, Produced, Ended      int
	SignedSum, FulfillingSum, StartedSum, ProducedSum int64
	EndedSum, Funds, FundsVerified                    int64
	SignedOk, StartedOk, ProducedOk                   int
	SignedOkSum, StartedOkSum, ProducedOkSum          int64
}

// SignedGroups implements reporting.TallyStore.
func (s *TallyStore) SignedGroups(ctx context.Context, actor domain.Actor, f reporting.ReportFilter,
	by reporting.Grouping) ([]reporting.Signing, error) {
	until := sqlkit.Date(f.Until)
	columns, args := "count(*) AS signed, CAST(COALESCE(sum(p.signed_amount), 0) AS bigint) AS signed_sum, CAST(COALESCE(sum(CASE WHEN "+
		"p.funds_reported > p.funds_entered THEN p.funds_reported ELSE p.funds_entered END), 0) AS bigint) AS funds, "+
		"CAST(COALESCE(sum(p.funds_verified), 0) AS bigint) AS funds_verified", []any{}
	for name, on := range map[string]string{"fulfilling": librarystore.FulfilOn, "started": librarystore.StartedOn,
		"produced": librarystore.ProducedOn, "ended": "p.ended_on"} {
		columns += fmt.Sprintf(", count(CASE WHEN %s <= ? THEN 1 END) AS %s, CAST(COALESCE(sum(CASE WHEN %s <= ? THEN p.signed_amount END), "+
			"0) AS bigint) AS %s_sum", on, name, on, name)
		args = append(args, until, until)
	}
	for name, when := range map[string]string{"signed_ok": "p.signed_confirmed",
		"started_ok":  "p.started_confirmed AND " + librarystore.StartedOn + " <= ?",
		"produced_ok": "p.produced_confirmed AND " + librarystore.ProducedOn + " <= ?"} {
		columns += fmt.Sprintf(", count(CASE WHEN %s THEN 1 END) AS %s, CAST(COALESCE(sum(CASE WHEN %s THEN p.signed_amount END), 0) AS "+
			"bigint) AS %s_sum", when, name, when, name)
		if strings.Contains(when, "?") {
			args = append(args, until, until)
		}
	}
	q := s.signed(ctx, actor, f)
	key, name := "''", "''"
	switch by {
	case reporting.ByUnit:
		q = q.Joins("JOIN units AS u ON u.id = p.responsible_unit_id")
		key, name = "CAST(u.id AS text)", "u.name"
	case reporting.ByLeader:
		q = q.Joins("JOIN assignments AS a ON a.subject_kind = 'project' AND a.subject_id = p.id AND a.to_on IS NULL JOIN people AS l ON l.id " +
			"= a.person_id")
		key, name = "CAST(l.id AS text)", "l.name"
	case reporting.ByChain:
		key, name = "p.chain", "p.chain"
	case reporting.ByChannel:
		key, name = "p.channel", "p.channel"
	case reporting.ByMonth:
		// As Span.period has it: the month where it is known, else the year, else nothing.
		first, last := "CAST(p.signed_earliest AS text)", "CAST(p.signed_on AS text)"
		key = "CASE WHEN substr(" + first + ", 1, 7) = substr(" + last + ", 1, 7) THEN substr(" + last + ", 1, 7) WHEN substr(" +
			first + ", 1, 4) = substr(" + last + ", 1, 4) THEN substr(" + last + ", 1, 4) ELSE '' END"
		name = key
	default:
		// What is not named here is dealt with after the switch.
	}
	q = q.Select(key+" AS key, "+name+" AS name, "+columns, args...)
	if by != reporting.ByAll {
		q = q.Group(key + ", " + name).Order("signed DESC, key")
	}
	var rows []signingRow
	if err := q.Scan(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]reporting.Signing, len(rows))
	for i, r := range rows {
		tally := func(n int, sum int64) reporting.Tally { return reporting.Tally{Count: n, Amount: domain.Yuan(sum)} }
		out[i] = reporting.Signing{Key: r.Key, Name: r.Name, Signed: tally(r.Signed, r.SignedSum),
			Fulfilling: tally(r.Fulfilling, r.FulfillingSum),
			Started:    tally(r.Started, r.StartedSum), InProduction: tally(r.Produced, r.ProducedSum), Terminated: tally(r.Ended, r.EndedSum),
			Funds:           domain.Yuan(r.Funds),
			SignedConfirmed: tally(r.SignedOk, r.SignedOkSum), StartedConfirmed: tally(r.StartedOk, r.StartedOkSum),
			ProducedConfirmed: tally(r.ProducedOk, r.ProducedOkSum), FundsVerified: domain.Yuan(r.FundsVerified)}
	}
	return out, nil
}

// Waitings implements reporting.TallyStore. A project that started counts as
// started even if it ended later.
func (s *TallyStore) Waitings(ctx context.Context, actor domain.Actor, f reporting.ReportFilter) ([]reporting.Waiting, error) {
	until := sqlkit.Date(f.Until)
	event := "CASE WHEN " + librarystore.StartedOn + " <= ? THEN 1 WHEN p.ended_on <= ? THEN 2 ELSE 0 END"
	end := func(started, ended string) string {
		return "CASE WHEN " + librarystore.StartedOn + " <= ? THEN " + started + " WHEN p.ended_on <= ? THEN " + ended + " ELSE " +
			s.db.Dialect.DateOf("?") + " END"
	}
	var rows []struct {
		Days, Event, Count int
		Most, Least        *int
	}
	err := s.signed(ctx, actor, f).Select(
		s.db.Dialect.DaysBetween("p.signed_on", end(librarystore.StartedOn, "p.ended_on"))+" AS days, "+
			s.db.Dialect.DaysBetween("p.signed_earliest", end(librarystore.StartedOn, "p.ended_on"))+" AS most, "+
			s.db.Dialect.DaysBetween("p.signed_on", end("p.started_earliest", "p.ended_earliest"))+" AS least, "+
			event+" AS event, count(*) AS count",
		until, until, until, until, until, until, until, until, until, until, until).Group("1, 2, 3, 4").Scan(&rows).Error
	out := make([]reporting.Waiting, len(rows))
	for i, r := range rows {
		out[i] = reporting.WaitOf(r.Days, r.Least, r.Most)
		out[i].Event, out[i].Count = r.Event, r.Count
	}
	return out, err
}

// TallyStore stores the tallies of one database.
type TallyStore struct{ db *sqlkit.DB }

// NewTallyStore returns the store over db.
func NewTallyStore(db *sqlkit.DB) *TallyStore { return &TallyStore{db: db} }
