package goals_test

import (
	"context"
	"slices"
	"testing"

	"sangu/domain"
	"sangu/domain/goals"
	"sangu/domain/org"
	"sangu/domain/reporting"
)

// The services have no stores here: whoever lacks the right is refused before anything
// is read or written.
func TestWhoLacksTheRightIsRefusedBeforeAnythingIsRead(t *testing.T) {
	t.Parallel()
	all := []domain.Right{org.ReportRead, org.RuleManage, org.ProjectRead, org.ProjectWrite, org.StageConfirm}
	lights, suspicions, scoring, cockpit := &goals.LightService{}, &goals.SuspicionService{}, &goals.ScoringService{}, &goals.CockpitService{}
	for name, c := range map[string]struct {
		rights []domain.Right // any of them would do
		do     func(ctx context.Context, actor domain.Actor) error
	}{
		"lights": {rights: []domain.Right{org.ReportRead}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := lights.Lights(ctx, a, reporting.ReportFilter{}, goals.LightQuery{})
			return err
		}},
		"setting colours": {rights: []domain.Right{org.RuleManage}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := lights.SetColours(ctx, a, domain.Versioned[goals.RuleSet]{Value: goals.StandardColours(), Version: 1})
			return err
		}},
		"the assessment": {rights: []domain.Right{org.ReportRead}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := scoring.Assess(ctx, a, reporting.ReportFilter{})
			return err
		}},
		"setting the scheme": {rights: []domain.Right{org.RuleManage}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := scoring.SetScheme(ctx, a, domain.Versioned[goals.Scheme]{Value: goals.StandardScheme(), Version: 1})
			return err
		}},
		"setting limits": {rights: []domain.Right{org.RuleManage}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := suspicions.SetLimits(ctx, a, domain.Versioned[goals.Limits]{Value: goals.StandardLimits(), Version: 1})
			return err
		}},
		"the checks": {rights: []domain.Right{org.StageConfirm, org.RuleManage}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := suspicions.RunChecks(ctx, a)
			return err
		}},
		"suspicions": {rights: []domain.Right{org.ReportRead}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := suspicions.List(ctx, a, "", "")
			return err
		}},
		"answering": {rights: []domain.Right{org.ProjectWrite}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := suspicions.Answer(ctx, a, "x", 1, "图片是去年的")
			return err
		}},
		"closing": {rights: []domain.Right{org.StageConfirm}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := suspicions.CloseSuspicion(ctx, a, "x", 1, goals.Cleared)
			return err
		}},
		"the cockpit": {rights: []domain.Right{org.ReportRead}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := cockpit.Cockpit(ctx, a, reporting.ReportFilter{})
			return err
		}},
		"the portfolio": {rights: []domain.Right{org.ReportRead}, do: func(ctx context.Context, a domain.Actor) error {
			_, err := cockpit.Portfolio(ctx, a, reporting.ReportFilter{}, 0)
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			// Every other right there is does not help.
			if err := c.do(t.Context(), domain.RunAs("system.test", without(all, c.rights)...)); !domain.IsKind(err, domain.KindForbidden) {
				t.Errorf("with the other rights alone: %v, want forbidden", err)
			}
		})
	}
}

// A wrong value is refused before it is written.
func TestWhatBreaksARuleIsRefusedBeforeAnythingIsWritten(t *testing.T) {
	t.Parallel()
	office := domain.RunAs("system.test", org.RuleManage)
	_, colours := (&goals.LightService{}).SetColours(t.Context(), office, domain.Versioned[goals.RuleSet]{Version: 1})
	_, scheme := (&goals.ScoringService{}).SetScheme(t.Context(), office, domain.Versioned[goals.Scheme]{Version: 1})
	_, limits := (&goals.SuspicionService{}).SetLimits(t.Context(), office, domain.Versioned[goals.Limits]{Version: 1})
	for name, err := range map[string]error{"colours": colours, "the scheme": scheme, "limits": limits} {
		if !domain.IsKind(err, domain.KindInvalid) {
			t.Errorf("empty %s: %v, want invalid", name, err)
		}
	}
}

func without(all, some []domain.Right) []domain.Right {
	return slices.DeleteFunc(slices.Clone(all), func(r domain.Right) bool { return slices.Contains(some, r) })
}
