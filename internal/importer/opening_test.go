package importer

import (
	"context"
	"errors"
	"testing"
)

func TestOneFileIsReadAtATimeAndAWaitEndsWithItsRequest(t *testing.T) {
	t.Parallel()
	im := (&Importer{}).Prepare()
	im.cache.opening <- struct{}{} // another file is being read
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := im.open(ctx, "a.csv", []byte("项目名称,投资方\n甲,乙\n")); !errors.Is(err, context.Canceled) {
		t.Errorf("a second file: %v", err)
	}
	<-im.cache.opening
	for range 2 {
		if grids, err := im.open(context.Background(), "a.csv", []byte("项目名称,投资方\n甲,乙\n")); err != nil || len(grids) != 1 {
			t.Errorf("after it: %v %v", grids, err)
		}
	}
}
