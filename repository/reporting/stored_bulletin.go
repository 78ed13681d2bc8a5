package reporting

import (
	"sangu/domain"
	"sangu/domain/reporting"
	"sangu/repository/sqlkit"
)

// StoredBulletinFigures is a reporting.BulletinFigures as it is stored.
type StoredBulletinFigures struct {
	Month       string               `json:"Month"`
	RuleVersion int                  `json:"RuleVersion"`
	RuleName    string               `json:"RuleName"`
	EffectiveOn string               `json:"EffectiveOn"`
	Method      int                  `json:"Method,omitempty"`
	Total       storedBulletinLine   `json:"Total"`
	Units       []storedBulletinLine `json:"Units"`
	Stages      []storedBulletinStep `json:"Stages"`
}

// StoreBulletinFigures returns the stored form.
func StoreBulletinFigures(x reporting.BulletinFigures) StoredBulletinFigures {
	return StoredBulletinFigures{
		Month:       x.Month,
		RuleVersion: x.RuleVersion,
		RuleName:    x.RuleName,
		EffectiveOn: x.EffectiveOn,
		Method:      x.Method,
		Total:       storeBulletinLine(x.Total),
		Units:       sqlkit.EachOf(x.Units, storeBulletinLine),
		Stages:      sqlkit.EachOf(x.Stages, storeBulletinStep),
	}
}

// Entity returns what was stored.
func (s StoredBulletinFigures) Entity() reporting.BulletinFigures {
	return reporting.BulletinFigures{
		Month:       s.Month,
		RuleVersion: s.RuleVersion,
		RuleName:    s.RuleName,
		EffectiveOn: s.EffectiveOn,
		Method:      s.Method,
		Total:       s.Total.Entity(),
		Units:       sqlkit.EachOf(s.Units, storedBulletinLine.Entity),
		Stages:      sqlkit.EachOf(s.Stages, storedBulletinStep.Entity),
	}
}

// storedBulletinLine is a reporting.BulletinLine as it is stored.
type storedBulletinLine struct {
	Unit              string      `json:"Unit"`
	Signed            int         `json:"Signed"`
	SignedConfirmed   int         `json:"SignedConfirmed"`
	SignedAmount      domain.Yuan `json:"SignedAmount"`
	Fulfilling        int         `json:"Fulfilling"`
	Started           int         `json:"Started"`
	StartedConfirmed  int         `json:"StartedConfirmed"`
	InProduction      int         `json:"InProduction"`
	ProducedConfirmed int         `json:"ProducedConfirmed"`
	Ended             int         `json:"Ended"`
	FundsReported     domain.Yuan `json:"FundsReported"`
	FundsVerified     domain.Yuan `json:"FundsVerified"`
	MonthSigned       int         `json:"MonthSigned"`
	MonthStarted      int         `json:"MonthStarted"`

	MonthSignedUnsure  int `json:"MonthSignedUnsure,omitempty"`
	MonthStartedUnsure int `json:"MonthStartedUnsure,omitempty"`
}

// storeBulletinLine returns the stored form.
func storeBulletinLine(x reporting.BulletinLine) storedBulletinLine {
	return storedBulletinLine{
		Unit:              x.Unit,
		Signed:            x.Signed,
		SignedConfirmed:   x.SignedConfirmed,
		SignedAmount:      x.SignedAmount,
		Fulfilling:        x.Fulfilling,
		Started:           x.Started,
		StartedConfirmed:  x.StartedConfirmed,
		InProduction:      x.InProduction,
		ProducedConfirmed: x.ProducedConfirmed,
		Ended:             x.Ended,
		FundsReported:     x.FundsReported,
		FundsVerified:     x.FundsVerified,
		MonthSigned:       x.MonthSigned,
		MonthStarted:      x.MonthStarted,

		MonthSignedUnsure:  x.MonthSignedUnsure,
		MonthStartedUnsure: x.MonthStartedUnsure,
	}
}

// Entity returns what was stored.
func (s storedBulletinLine) Entity() reporting.BulletinLine {
	return reporting.BulletinLine{
		Unit:              s.Unit,
		Signed:            s.Signed,
		SignedConfirmed:   s.SignedConfirmed,
		SignedAmount:      s.SignedAmount,
		Fulfilling:        s.Fulfilling,
		Started:           s.Started,
		StartedConfirmed:  s.StartedConfirmed,
		InProduction:      s.InProduction,
		ProducedConfirmed: s.ProducedConfirmed,
		Ended:             s.Ended,
		FundsReported:     s.FundsReported,
		FundsVerified:     s.FundsVerified,
		MonthSigned:       s.MonthSigned,
		MonthStarted:      s.MonthStarted,

		MonthSignedUnsure:  s.MonthSignedUnsure,
		MonthStartedUnsure: s.MonthStartedUnsure,
	}
}

// storedBulletinStep is a reporting.BulletinStep as it is stored.
type storedBulletinStep struct {
	Stage  string      `json:"Stage"`
	Count  int         `json:"Count"`
	Amount domain.Yuan `json:"Amount"`
}

// storeBulletinStep returns the stored form.
func storeBulletinStep(x reporting.BulletinStep) storedBulletinStep {
	return storedBulletinStep{
		Stage:  x.Stage,
		Count:  x.Count,
		Amount: x.Amount,
	}
}

// Entity returns what was stored.
func (s storedBulletinStep) Entity() reporting.BulletinStep {
	return reporting.BulletinStep{
		Stage:  s.Stage,
		Count:  s.Count,
		Amount: s.Amount,
	}
}
