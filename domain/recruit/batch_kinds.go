package recruit

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
)

// LeadBatch returns the batches of leads: whose they are and what comes next. The
// unit that reported a lead first is never changed.
func LeadBatch(s *Leads) library.BatchTarget {
	return library.BatchKind[LeadFacts]{
		Subject: domain.SubjectLead, Read: org.LeadRead, Write: org.LeadWrite,
		Settable: []library.BatchField[LeadFacts]{
			library.BatchReference("owner_id", domain.SubjectPerson, func(f *LeadFacts) *domain.ID { return &f.OwnerID }).MustHave(),
			library.BatchText("channel", func(f *LeadFacts) *library.Channel { return &f.Channel }),
			library.BatchText("industry", func(f *LeadFacts) *string { return &f.Industry }),
			library.BatchDate("next_on", func(f *LeadFacts) *domain.Date { return &f.NextOn }),
			library.BatchText("next_action", func(f *LeadFacts) *string { return &f.NextAction }),
		},
		Sample: func() LeadFacts { return LeadFacts{Company: "-", Subject: "-", Channel: library.SelfCame} },
		Rules:  LeadFacts.Check,
		Concerned: func(c library.BatchChange) []domain.Recipient {
			return handed(domain.ID(c.Before["owner_id"]), domain.ID(c.After["owner_id"]))
		},
		Load: func(ctx context.Context, actor domain.Actor, id domain.ID) (library.BatchItem[LeadFacts], error) {
			l, err := s.store.Lead(ctx, actor, id)
			return library.BatchItem[LeadFacts]{Title: title(l), Version: l.Version, UpdatedAt: l.UpdatedAt, Facts: l.LeadFacts,
				Allow: func(ctx context.Context, _ LeadFacts) error {
					if ok, err := s.within.Within(ctx, actor, org.LeadWrite, domain.Ref{Kind: domain.SubjectLead, ID: id}); err != nil || !ok {
						return orForbidden(err)
					}
					if l.State == Converted {
						return domain.Conflict("lead.converted")
					}
					return nil
				},
				Save: func(ctx context.Context, f LeadFacts) (int, error) {
					changed := l
					changed.LeadFacts = f
					changed, err := s.save(ctx, actor, "lead.update", l, changed)
					return changed.Version, err
				}}, err
		},
	}
}

// VisitBatch returns the batches of visits: who sees to them, who leads, and when
// and where a journey of many goes. Of a visit that is done only who sees to it is
// changed; a cancelled one is not changed at all.
func VisitBatch(s *Visits) library.BatchTarget {
	return library.BatchKind[VisitFacts]{
		Subject: domain.SubjectVisit, Read: org.VisitRead, Write: org.VisitWrite,
		Settable: []library.BatchField[VisitFacts]{
			library.BatchReference("owner_id", domain.SubjectPerson, func(f *VisitFacts) *domain.ID { return &f.OwnerID }).MustHave(),
			library.BatchReference("leader_id", domain.SubjectPerson, func(f *VisitFacts) *domain.ID { return &f.LeaderID }),
			library.BatchText("way", func(f *VisitFacts) *string { return &f.Way }),
			library.BatchDate("on", func(f *VisitFacts) *domain.Date { return &f.On }),
			library.BatchText("place", func(f *VisitFacts) *string { return &f.Place }),
			library.BatchText("purpose", func(f *VisitFacts) *string { return &f.Purpose }),
		},
		Sample: func() VisitFacts {
			on, _ := domain.NewDate(2000, 1, 1) // any day
			return VisitFacts{Way: Out, On: on, Company: "-"}
		},
		Rules: VisitFacts.Check,
		Concerned: func(c library.BatchChange) []domain.Recipient {
			return append(handed(domain.ID(c.Before["owner_id"]), domain.ID(c.After["owner_id"])),
				handed(domain.ID(c.Before["leader_id"]), domain.ID(c.After["leader_id"]))...)
		},
		Load: func(ctx context.Context, actor domain.Actor, id domain.ID) (library.BatchItem[VisitFacts], error) {
			v, err := s.store.Visit(ctx, actor, id)
			return library.BatchItem[VisitFacts]{Title: v.Company, Version: v.Version, UpdatedAt: v.UpdatedAt, Facts: v.VisitFacts,
				Allow: func(ctx context.Context, f VisitFacts) error {
					if ok, err := s.within.Within(ctx, actor, org.VisitWrite, domain.Ref{Kind: domain.SubjectVisit, ID: id}); err != nil || !ok {
						return orForbidden(err)
					}
					return v.allowsBatch(f)
				},
				Save: func(ctx context.Context, f VisitFacts) (int, error) {
					changed := v
					changed.VisitFacts = f
					changed, err := s.save(ctx, actor, "visit.update", v, changed)
					return changed.Version, err
				}}, err
		},
	}
}

// allowsBatch returns a KindConflict error unless the visit's state lets a batch
// change its facts to f.
func (v Visit) allowsBatch(f VisitFacts) error {
	same := v.LeaderID == f.LeaderID && v.Way == f.Way && v.On == f.On && v.Place == f.Place && v.Purpose == f.Purpose
	if v.State == Cancelled || v.State == Done && !same {
		return domain.Conflict("visit.not_planned")
	}
	return nil
}
