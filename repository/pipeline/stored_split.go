package pipeline

import (
	"sangu/domain"
	"sangu/domain/pipeline"
)

// StoredCreditShare is a pipeline.CreditShare as it is stored.
type StoredCreditShare struct {
	UnitID domain.ID `json:"UnitID"`
	Share  int       `json:"Share"`
	Unit   string    `json:"Unit"`
}

// StoreCreditShare returns the stored form.
func StoreCreditShare(x pipeline.CreditShare) StoredCreditShare {
	return StoredCreditShare{
		UnitID: x.UnitID,
		Share:  x.Share,
		Unit:   x.Unit,
	}
}

// Entity returns what was stored.
func (s StoredCreditShare) Entity() pipeline.CreditShare {
	return pipeline.CreditShare{
		UnitID: s.UnitID,
		Share:  s.Share,
		Unit:   s.Unit,
	}
}
