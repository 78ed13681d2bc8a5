package pipeline

import (
	"sangu/domain"
	"sangu/domain/pipeline"
)

// StoredSupport is a pipeline.Support as it is stored.
type StoredSupport struct {
	Evidence domain.ID   `json:"evidence"`
	Amount   domain.Yuan `json:"amount"`
}

// StoreSupport returns the stored form.
func StoreSupport(x pipeline.Support) StoredSupport {
	return StoredSupport{Evidence: x.Evidence, Amount: x.Amount}
}

// Entity returns what was stored.
func (s StoredSupport) Entity() pipeline.Support {
	return pipeline.Support{Evidence: s.Evidence, Amount: s.Amount}
}
