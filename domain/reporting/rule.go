package reporting

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/org"
	"sangu/domain/pipeline"
)

// Credit is to which units a project's figures go.
type Credit string

// The ways of crediting.
const (
	CreditResponsible Credit = "responsible" // 责任单位
	CreditAttracting  Credit = "attracting"  // 引资单位
	CreditBySplit     Credit = "split"       // by the project's split, else the attracting unit
)

// CountingRule is a 口径: by what a report counts. Rules are data, numbered and
// never changed; a report prints the version that it was counted by.
type CountingRule struct {
	Version int
	Name    string
	// Threshold leaves out projects whose total investment, or signed amount
	// where that is not known, is below it, in 元; 0 leaves out none.
	Threshold domain.Yuan
	// WindowMonths counts signings of so many months up to the cut-off; 0 all.
	WindowMonths int
	// Excluded are the exclusion ticks that leave a signing out.
	Excluded []string
	// ConfirmedOnly counts what verifiers confirmed, not what units claim.
	ConfirmedOnly bool
	Credit        Credit
	Rates         []Preset
	PublishedAt   time.Time
	ByName        string
	// countsDenied counts what a verifier denied as claimed, as bulletins of the first
	// method did.
	countsDenied bool
}

// StandardRule returns the rule in force until the office publishes one of its
// own: everything signed, as claimed, to the responsible unit, with the four rates
// of domain.md §5.2.
func StandardRule() CountingRule {
	return CountingRule{Version: 0, Name: "standard", Credit: CreditResponsible, Rates: Presets()}
}

// Plain reports whether the rule leaves nothing out and credits the responsible
// unit, so that the stored current states can be counted by it as they are.
func (r CountingRule) Plain() bool {
	for _, p := range r.Rates {
		if !slices.Contains([]library.Stage{"", library.Registered, library.Started, library.InProduction}, p.Numerator) ||
			!slices.Contains([]library.Stage{library.Signed, library.Registered, library.Started}, p.Denominator) {
			return false
		}
	}
	return r.Threshold == 0 && r.WindowMonths == 0 && len(r.Excluded) == 0 && !r.ConfirmedOnly && r.Credit == CreditResponsible
}

// Check returns a KindInvalid error that names everything in the rule that does
// not exist or is out of range.
func (r CountingRule) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(r.Name) != "", "name", "input.required")
	c.That(r.Threshold >= 0, "threshold", "input.negative")
	c.That(r.WindowMonths >= 0 && r.WindowMonths <= 600, "window_months", "input.range", "min", 0, "max", 600)
	for i, t := range r.Excluded {
		c.That(slices.Contains(pipeline.Exclusions(), t), fmt.Sprintf("excluded[%d]", i), "input.enum", "allowed", pipeline.Exclusions())
	}
	c.That(slices.Contains([]Credit{CreditResponsible, CreditAttracting, CreditBySplit}, r.Credit), "credit", "input.enum",
		"allowed", []Credit{CreditResponsible, CreditAttracting, CreditBySplit})
	c.That(len(r.Rates) > 0, "rates", "input.required")
	for i, p := range r.Rates {
		at := fmt.Sprintf("rates[%d].", i)
		c.That(strings.TrimSpace(p.Key) != "", at+"key", "input.required")
		c.That(p.Numerator == "" || p.Numerator.Rank() >= library.Signed.Rank(), at+"numerator_stage", "rule.stage")
		c.That(p.Denominator.Rank() >= library.Signed.Rank(), at+"denominator_stage", "rule.stage")
	}
	return c.Err()
}

// RuleStore stores counting rules.
type RuleStore interface {
	Rules(ctx context.Context) ([]CountingRule, error)
	AddRule(ctx context.Context, r CountingRule) error
}

// Rules returns every rule, the newest first; the standard one is the oldest.
func (s *Reports) Rules(ctx context.Context) ([]CountingRule, error) {
	rules, err := s.ruleStore.Rules(ctx)
	return append(rules, StandardRule()), err
}

// Rule returns a rule by version; below 0 the one in force. It returns a
// KindInvalid error if there is no such version.
func (s *Reports) Rule(ctx context.Context, version int) (CountingRule, error) {
	rules, err := s.Rules(ctx)
	if err != nil {
		return CountingRule{}, err
	}
	if version < 0 {
		return rules[0], nil
	}
	for _, r := range rules {
		if r.Version == version {
			return r, nil
		}
	}
	return CountingRule{}, domain.InvalidField("rule", "rule.unknown")
}

// PublishRule numbers a rule and puts it in force. It returns a KindForbidden
// error unless the actor may manage rules, and a KindInvalid error by the rules of
// CountingRule.Check.
func (s *Reports) PublishRule(ctx context.Context, actor domain.Actor, r CountingRule) (CountingRule, error) {
	if err := actor.Require(org.RuleManage); err != nil {
		return CountingRule{}, err
	}
	if err := r.Check(); err != nil {
		return CountingRule{}, err
	}
	err := s.Work.Do(ctx, func(ctx context.Context) error {
		rules, err := s.Rules(ctx)
		if err != nil {
			return err
		}
		r.Version, r.PublishedAt, r.ByName = rules[0].Version+1, s.Clock.Now(), actor.Name
		if err := s.ruleStore.AddRule(ctx, r); err != nil {
			return fmt.Errorf("add counting rule: %w", err)
		}
		return s.Journal.Record(
			ctx,
			actor,
			domain.Change{Action: "rule.publish", Subject: domain.Ref{Kind: domain.SubjectSetting}, Title: r.Name, After: r,
				Quiet: true},
		)
	})
	return r, err
}
