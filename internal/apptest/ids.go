package apptest

import (
	"fmt"
	"sync"

	"sangu/domain"
)

// IDs makes UUIDv7s by counting, so that a product made twice in the same way
// holds the same ids. The zero value is ready to be used.
type IDs struct {
	mu   sync.Mutex
	made uint64
}

// idsFrom is the millisecond of which the first of the counted ids tells.
const idsFrom = 1_790_000_000_000

// New implements domain.IDs. Ids sort in the order of making.
func (s *IDs) New() domain.ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.made++
	at, n := idsFrom+s.made>>12, s.made&0xfff
	return domain.ID(fmt.Sprintf("%08x-%04x-7%03x-8000-%012x", at>>16, at&0xffff, n, s.made))
}
