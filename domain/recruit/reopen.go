package recruit

import (
	"context"
	"fmt"

	"sangu/domain"
	"sangu/domain/org"
)

// Reopen takes back that a visit was made or called off: it is planned again.
// What was said of it then stays in the history.
func (v *Visit) Reopen() error {
	if v.State == Planned {
		return domain.Conflict("visit.planned")
	}
	v.State, v.Outcome, v.Summary, v.Reason = Planned, "", "", ""
	return nil
}

// Reopen takes back an assessment: the lead waits for one again.
func (l *Lead) Reopen() error {
	switch l.State {
	case Converted:
		return domain.Conflict("lead.converted")
	case Open:
		return domain.Conflict("lead.open")
	}
	l.State, l.Verdict, l.AssessedBy, l.AssessedOn = Open, "", "", domain.Date{}
	return nil
}

// Reopen takes back the end of a visit over the version read. Next steps that it
// led to go with it, unless they were done.
func (s *Visits) Reopen(ctx context.Context, actor domain.Actor, id domain.ID, version int) (VisitView, error) {
	return s.change(ctx, actor, id, version, "visit.reopen", func(ctx context.Context, v *Visit) error {
		if err := v.Reopen(); err != nil {
			return err
		}
		if err := s.Store.RemoveOpenSteps(ctx, domain.Ref{Kind: domain.SubjectVisit, ID: id}); err != nil {
			return fmt.Errorf("remove next steps of visit %s: %w", id, err)
		}
		return nil
	})
}

// Reopen takes back an assessment over the version read.
func (s *Leads) Reopen(ctx context.Context, actor domain.Actor, id domain.ID, version int) (LeadView, error) {
	return s.change(ctx, actor, id, version, org.LeadAssess, "lead.reopen", func(_ context.Context, l *Lead) error { return l.Reopen() })
}
