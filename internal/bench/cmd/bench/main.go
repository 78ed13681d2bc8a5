// Command bench measures the product beside a bare handler and pgbench; see
// package bench. BENCH_SCALE divides the standard data set, for a quick
// look; "bench front" measures the front page alone.
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"

	"sangu/internal/bench"
)

func main() {
	ctx := context.Background()
	var err error
	if len(os.Args) == 2 && os.Args[1] == "front" {
		err = bench.Front(ctx, os.Stdout, 10*size().Projects)
	} else if len(os.Args) == 3 && strings.HasPrefix(os.Args[1], "child-") {
		err = bench.Child(ctx, strings.TrimPrefix(os.Args[1], "child-"), os.Args[2])
	} else {
		n := size()
		if err = bench.Run(ctx, os.Stdout, n); err == nil {
			err = bench.Front(ctx, os.Stdout, 10*n.Projects)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// size is the standard data set, divided by BENCH_SCALE.
func size() bench.Size {
	n := bench.Standard()
	if by, err := strconv.Atoi(os.Getenv("BENCH_SCALE")); err == nil && by > 1 {
		n = bench.Size{Projects: n.Projects / by, Clients: n.Clients / by, Enterprises: n.Enterprises / by, Visits: n.Visits / by,
			Events: n.Events / by}
	}
	return n
}
