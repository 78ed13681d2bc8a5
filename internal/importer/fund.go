package importer

import (
	"context"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	"sangu/internal/ledger"
)

// fund writes one row of a ledger of money in place: an entry of its project by
// one voucher. A voucher that stands is left as it is.
func (w *writer) fund(ctx context.Context, _ *ledger.Sheet, r ledger.Row) (outcome, error) {
	p, err := w.named(ctx, r.Texts["project"])
	if err != nil {
		return unchanged, err
	}
	if r.Money["amount"].Amount < 0 {
		// An entry cannot be negative yet: which one it takes back only people know.
		return unchanged, domain.InvalidField("amount", "ledger.refund_by_hand", "text", r.Texts["amount"])
	}
	there, err := w.lookups.HasVoucher(ctx, pipeline.VoucherKey(r.Texts["voucher"]))
	if err != nil {
		return unchanged, err
	}
	if there {
		return unchanged, w.sameVoucher(ctx, p, r)
	}
	e := pipeline.FundEntry{
		ProjectID: p.ID,
		Category:  or(r.Words["category"], "other"),
		Amount:    domain.Yuan(r.Money["amount"].Amount),
		PaidOn:    r.Dates["paid_on"],
		Voucher:   r.Texts["voucher"],
		Note:      r.Texts["note"],
	}
	return created, w.Pipeline.ReportFundWithin(ctx, w.actor, e)
}

// sameVoucher refuses a row whose voucher stands for another amount: numbers
// begin anew each month and in each firm, and the row would be lost in silence.
func (w *writer) sameVoucher(ctx context.Context, p library.Project, r ledger.Row) error {
	all, err := w.Pipeline.Funds(ctx, w.actor, p.ID)
	if err != nil {
		return err
	}
	for _, e := range all {
		same := pipeline.VoucherKey(e.Voucher) == pipeline.VoucherKey(r.Texts["voucher"])
		if same && (e.PaidOn == r.Dates["paid_on"] || e.Amount == domain.Yuan(r.Money["amount"].Amount)) {
			return nil
		}
	}
	return domain.InvalidField("voucher", "ledger.voucher_taken", "text", r.Texts["voucher"])
}

// named finds the project that a row refers to, within what the actor writes.
func (w *writer) named(ctx context.Context, name string) (library.Project, error) {
	unknown := domain.InvalidField("project", "ledger.project_unknown", "text", name)
	id, there, err := w.lookups.FindProject(ctx, library.NameKey(name))
	if err != nil {
		return library.Project{}, err
	}
	if !there {
		return library.Project{}, unknown
	}
	p, err := w.Projects.Project(ctx, w.actor, id)
	if domain.IsKind(err, domain.KindNotFound) {
		return library.Project{}, unknown
	}
	if err != nil {
		return library.Project{}, err
	}
	ok, err := w.Projects.MayWrite(ctx, w.actor, id)
	if err == nil && !ok {
		err = domain.InvalidField("project", "ledger.other_unit")
	}
	return p, err
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
