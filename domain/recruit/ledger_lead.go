package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/org"
)

// AssessWithin is Assess inside a running unit of work, for the day that a ledger
// names; the actor is who answers for the assessment. It returns a KindForbidden
// error where the right to assess does not reach the lead.
func (s *Leads) AssessWithin(ctx context.Context, actor domain.Actor, l Lead, valid bool, verdict string, on domain.Date) (Lead, error) {
	return s.changeWithin(ctx, actor, l.ID, l.Version, org.LeadAssess, "lead.assess", func(_ context.Context, l *Lead) error {
		return l.Assess(valid, verdict, actor.PersonID, on)
	})
}
