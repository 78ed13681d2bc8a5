package reporting

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/reporting"
)

type bulletinItem struct {
	ID          domain.ID   `json:"id" required:"true"`
	Month       string      `json:"month" required:"true"`
	RuleVersion int         `json:"rule_version" required:"true"`
	EffectiveOn domain.Date `json:"effective_on" required:"true"`
	AsOf        time.Time   `json:"as_of" required:"true"`
	ByName      string      `json:"by_name" required:"true"`
	PublishedAt time.Time   `json:"published_at" required:"true"`
}

func bulletinItemFrom(b reporting.Bulletin) bulletinItem {
	return bulletinItem{ID: b.ID, Month: b.Month, RuleVersion: b.RuleVersion, EffectiveOn: b.EffectiveOn, AsOf: b.AsOf, ByName: b.ByName,
		PublishedAt: b.PublishedAt}
}

type bulletinsOut struct {
	Items []bulletinItem `json:"items" required:"true"`
}

// ListBulletins returns every bulletin, the newest month first.
func (a *API) ListBulletins(ctx context.Context, actor domain.Actor, _ struct{}) (bulletinsOut, error) {
	all, err := a.Reports.Bulletins(ctx, actor)
	return bulletinsOut{kit.Each(all, bulletinItemFrom)}, err
}

type bulletinIn struct {
	Month string `json:"month" validate:"required,len=7" description:"YYYY-MM"`
}

// PublishBulletin freezes a month's figures.
func (a *API) PublishBulletin(ctx context.Context, actor domain.Actor, in bulletinIn) (bulletinItem, error) {
	b, err := a.Reports.Publish(ctx, actor, in.Month)
	return bulletinItemFrom(b), err
}

type correctionOut struct {
	Unit      string `json:"unit" required:"true" description:"empty for the whole county"`
	Figure    string `json:"figure" required:"true"`
	Published int64  `json:"published" required:"true"`
	Now       int64  `json:"now" required:"true"`
}

type lineOut struct {
	Unit              string      `json:"unit" required:"true"`
	Signed            int         `json:"signed" required:"true"`
	SignedConfirmed   int         `json:"signed_confirmed" required:"true"`
	SignedAmount      domain.Yuan `json:"signed_amount" required:"true" description:"元"`
	Fulfilling        int         `json:"fulfilling" required:"true"`
	Started           int         `json:"started" required:"true"`
	StartedConfirmed  int         `json:"started_confirmed" required:"true"`
	InProduction      int         `json:"in_production" required:"true"`
	ProducedConfirmed int         `json:"produced_confirmed" required:"true"`
	Ended             int         `json:"ended" required:"true"`
	FundsReported     domain.Yuan `json:"funds_reported" required:"true"`
	FundsVerified     domain.Yuan `json:"funds_verified" required:"true"`
	MonthSigned       int         `json:"month_signed" required:"true"`
	MonthStarted      int         `json:"month_started" required:"true"`

	MonthSignedUnsure  int `json:"month_signed_unsure" required:"true" description:"may be of the month as well: their days are not known so well"`
	MonthStartedUnsure int `json:"month_started_unsure" required:"true"`
}

func lineFrom(l reporting.BulletinLine) lineOut { return lineOut(l) }

type printedOut struct {
	Total lineOut   `json:"total" required:"true"`
	Units []lineOut `json:"units" required:"true"`
}

func printedFrom(f reporting.BulletinFigures) printedOut {
	return printedOut{lineFrom(f.Total), kit.Each(f.Units, lineFrom)}
}

type bulletinOut struct {
	bulletinItem
	Figures     string          `json:"figures" required:"true" description:"as frozen, byte for byte"`
	Printed     printedOut      `json:"printed" required:"true"`
	Same        bool            `json:"same" required:"true" description:"counting again from what was known then gives the same bytes"`
	Corrections []correctionOut `json:"corrections" required:"true"`
}

// GetBulletin returns a bulletin with what was corrected since.
func (a *API) GetBulletin(ctx context.Context, actor domain.Actor, in kit.ByID) (bulletinOut, error) {
	v, err := a.Reports.Bulletin(ctx, actor, in.ID)
	if err != nil {
		return bulletinOut{}, err
	}
	return bulletinOut{bulletinItem: bulletinItemFrom(v.Bulletin), Figures: v.Bulletin.Figures, Printed: printedFrom(v.Printed), Same: v.Same,
		Corrections: kit.Each(v.Corrections, func(c reporting.Correction) correctionOut {
			return correctionOut{Unit: c.Unit, Figure: c.Figure, Published: c.Published, Now: c.Now}
		})}, nil
}
