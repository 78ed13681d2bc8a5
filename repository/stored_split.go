package repository

import (
	"sangu/domain"
	"sangu/domain/pipeline"
)

// storedCreditShare is a pipeline.CreditShare as it is stored.
type storedCreditShare struct {
	UnitID domain.ID `json:"UnitID"`
	Share  int       `json:"Share"`
	Unit   string    `json:"Unit"`
}

// storeCreditShare returns the stored form.
func storeCreditShare(x pipeline.CreditShare) storedCreditShare {
	return storedCreditShare{
		UnitID: x.UnitID,
		Share:  x.Share,
		Unit:   x.Unit,
	}
}

// entity returns what was stored.
func (s storedCreditShare) entity() pipeline.CreditShare {
	return pipeline.CreditShare{
		UnitID: s.UnitID,
		Share:  s.Share,
		Unit:   s.Unit,
	}
}
