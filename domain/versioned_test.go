package domain_test

import (
	"errors"
	"testing"

	"sangu/domain"
)

func TestAnEditIsStaleUnlessItWasMadeFromTheCurrentVersion(t *testing.T) {
	t.Parallel()
	current := domain.Versioned[string]{Value: "stored", Version: 3}
	for version, stale := range map[int]bool{0: true, 2: true, 3: false, 4: true} {
		err := domain.Versioned[string]{Value: "edited", Version: version}.Over(current)
		if domain.IsKind(err, domain.KindStale) != stale {
			t.Errorf("an edit of version %d over version 3: %v", version, err)
		}
		if e, ok := errors.AsType[*domain.Error](err); stale && (!ok || e.Current != any(current)) {
			t.Errorf("a stale edit is told %v, want the current value", err)
		}
	}
}
