package importer

import (
	"strconv"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/internal/ledger"
)

// notOlder refuses a row whose money in place so far is less than what is
// recorded: such sums only grow, and the ledger is probably an older one, which
// would set the rest back as well. A reason kept for the cell lets it pass.
func notOlder(s *ledger.Sheet, before library.Project, r ledger.Row) error {
	m, said := r.Money["funds_reported"]
	if !said || before.FundsReported == nil || m.Currency != domain.CNY && m.Currency != "" || domain.Yuan(m.Amount) >= *before.FundsReported {
		return nil
	}
	if s.Mapping.Kept[onCell(s, r.Number, domain.FieldError{Path: "funds_reported"}).Cell] != "" {
		return nil
	}
	was := strconv.FormatFloat(float64(*before.FundsReported)/float64(domain.Wan), 'f', -1, 64)
	return domain.InvalidField("funds_reported", "ledger.funds_fell", "text", r.Texts["funds_reported"], "was", was)
}
