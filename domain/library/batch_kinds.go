package library

import (
	"context"
	"slices"
	"strings"

	"sangu/domain"
	"sangu/domain/notice"
	"sangu/domain/org"
)

// ledFacts are the facts of a record that leaders answer for, with the leaders.
type ledFacts[F any] struct {
	Facts   F
	Leaders []domain.ID
}

// led returns a field of the facts as one of the facts with leaders.
func led[F any](f BatchField[F]) BatchField[ledFacts[F]] {
	return BatchField[ledFacts[F]]{Name: f.Name, Reference: f.Reference, Required: f.Required,
		Get: func(l *ledFacts[F]) string { return f.Get(&l.Facts) },
		Set: func(l *ledFacts[F], text string) error { return f.Set(&l.Facts, text) }}
}

// leaderField is the field of a record's leaders.
func leaderField[F any]() BatchField[ledFacts[F]] {
	return BatchPeople("leader_ids", func(l *ledFacts[F]) *[]domain.ID { return &l.Leaders })
}

// ProjectBatch returns the batches of projects: who answers for them and how they
// are classed. Their stage is moved one by one, with its evidence.
func ProjectBatch(s *Projects) BatchTarget {
	type facts = ledFacts[ProjectFacts]
	return BatchKind[facts]{
		Subject: domain.SubjectProject, Read: org.ProjectRead, Write: org.ProjectWrite,
		Settable: []BatchField[facts]{
			leaderField[ProjectFacts](),
			led(BatchReference("responsible_unit_id", domain.SubjectUnit, func(f *ProjectFacts) *domain.ID { return &f.ResponsibleUnitID })),
			led(BatchReference("attracting_unit_id", domain.SubjectUnit, func(f *ProjectFacts) *domain.ID { return &f.AttractingUnitID })),
			led(BatchReference("host_unit_id", domain.SubjectUnit, func(f *ProjectFacts) *domain.ID { return &f.HostUnitID })),
			led(BatchText("kind", func(f *ProjectFacts) *string { return &f.Kind })),
			led(BatchText("channel", func(f *ProjectFacts) *Channel { return &f.Channel })),
			led(BatchText("chain", func(f *ProjectFacts) *string { return &f.Chain })),
			led(BatchText("purpose", func(f *ProjectFacts) *string { return &f.Purpose })),
			led(BatchText("construction", func(f *ProjectFacts) *string { return &f.Construction })),
			led(BatchText("horizon", func(f *ProjectFacts) *string { return &f.Horizon })),
		},
		Sample: func() facts { return facts{Facts: ProjectFacts{Name: "-", ResponsibleUnitID: "-"}} },
		Rules:  func(f facts) error { return f.Facts.Check() },
		Concerned: func(c BatchChange) []domain.Recipient {
			out := newlyReferredTo(c, "leader_ids")
			if unit := domain.ID(c.After["responsible_unit_id"]); !unit.IsZero() {
				out = append(out, domain.Recipient{Kind: string(notice.Assigned), UnitID: unit, Roles: rolesOfUnit()})
			}
			return out
		},
		Load: func(ctx context.Context, actor domain.Actor, id domain.ID) (BatchItem[facts], error) {
			p, err := s.store.Project(ctx, actor, id)
			return BatchItem[facts]{Title: p.Name, Version: p.Version, UpdatedAt: p.UpdatedAt,
				Facts: facts{Facts: p.ProjectFacts, Leaders: presentLeaders(p.Leaders)},
				Allow: func(ctx context.Context, _ facts) error {
					return s.requireReach(ctx, actor, org.ProjectWrite, domain.Ref{Kind: domain.SubjectProject, ID: id})
				},
				Save: func(ctx context.Context, f facts) (int, error) {
					q, err := s.ReviseWithin(ctx, actor, id, p.Version, f.Facts, f.Leaders, p.Dossier)
					return q.Version, err
				}}, err
		},
	}
}

// ClientBatch returns the batches of clients: whose they are and how they are
// classed. A client stays with somebody.
func ClientBatch(s *Clients) BatchTarget {
	return BatchKind[ClientFacts]{
		Subject: domain.SubjectClient, Read: org.ClientRead, Write: org.ClientWrite,
		Settable: []BatchField[ClientFacts]{
			BatchReference("owner_id", domain.SubjectPerson, func(f *ClientFacts) *domain.ID { return &f.OwnerID }).MustHave(),
			BatchReference("unit_id", domain.SubjectUnit, func(f *ClientFacts) *domain.ID { return &f.UnitID }).MustHave(),
			BatchText("investor_class", func(f *ClientFacts) *string { return &f.InvestorClass }),
			{Name: "tiers",
				Get: func(f *ClientFacts) string { return strings.Join(slices.Sorted(slices.Values(f.Tiers)), ",") },
				Set: func(f *ClientFacts, text string) error {
					f.Tiers = nil
					if text != "" {
						f.Tiers = strings.Split(text, ",")
					}
					return nil
				}},
		},
		Sample:    func() ClientFacts { return ClientFacts{OrganizationFacts: OrganizationFacts{Name: "-"}} },
		Rules:     ClientFacts.Check,
		Concerned: func(c BatchChange) []domain.Recipient { return newlyReferredTo(c, "owner_id") },
		Load: func(ctx context.Context, actor domain.Actor, id domain.ID) (BatchItem[ClientFacts], error) {
			c, err := s.store.Client(ctx, actor, id)
			return BatchItem[ClientFacts]{Title: c.Name, Version: c.Version, UpdatedAt: c.UpdatedAt, Facts: c.ClientFacts,
				Allow: func(ctx context.Context, _ ClientFacts) error {
					return s.requireReach(ctx, actor, org.ClientWrite, domain.Ref{Kind: domain.SubjectClient, ID: id})
				},
				Save: func(ctx context.Context, f ClientFacts) (int, error) {
					return c.Version + 1, s.ReviseWithin(ctx, actor, id, c.Version, f)
				}}, err
		},
	}
}

// EnterpriseBatch returns the batches of enterprises: who looks after them, where
// they are, and their operating state.
func EnterpriseBatch(s *Enterprises) BatchTarget {
	type facts = ledFacts[EnterpriseFacts]
	return BatchKind[facts]{
		Subject: domain.SubjectEnterprise, Read: org.EnterpriseRead, Write: org.EnterpriseWrite,
		Settable: []BatchField[facts]{
			leaderField[EnterpriseFacts](),
			led(BatchReference("unit_id", domain.SubjectUnit, func(f *EnterpriseFacts) *domain.ID { return &f.UnitID }).MustHave()),
			led(BatchReference("host_unit_id", domain.SubjectUnit, func(f *EnterpriseFacts) *domain.ID { return &f.HostUnitID })),
			led(BatchText("industry", func(f *EnterpriseFacts) *string { return &f.Industry })),
			led(BatchText("state", func(f *EnterpriseFacts) *OperatingState { return &f.State })),
		},
		Sample: func() facts {
			return facts{Facts: EnterpriseFacts{OrganizationFacts: OrganizationFacts{Name: "-"}, State: Normal}}
		},
		Rules:     func(f facts) error { return f.Facts.Check() },
		Concerned: func(c BatchChange) []domain.Recipient { return newlyReferredTo(c, "leader_ids") },
		Load: func(ctx context.Context, actor domain.Actor, id domain.ID) (BatchItem[facts], error) {
			e, err := s.store.Enterprise(ctx, actor, id)
			return BatchItem[facts]{Title: e.Name, Version: e.Version, UpdatedAt: e.UpdatedAt,
				Facts: facts{Facts: e.EnterpriseFacts, Leaders: presentLeaders(e.Leaders)},
				Allow: func(ctx context.Context, _ facts) error {
					return s.requireReach(ctx, actor, org.EnterpriseWrite, domain.Ref{Kind: domain.SubjectEnterprise, ID: id})
				},
				Save: func(ctx context.Context, f facts) (int, error) {
					return e.Version + 1, s.ReviseWithin(ctx, actor, id, e.Version, f.Facts, f.Leaders)
				}}, err
		},
	}
}
