// Command bench measures the product beside a bare handler and pgbench; see
// package bench. BENCH_SCALE divides the standard data set, for a quick look.
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
	if len(os.Args) == 3 && strings.HasPrefix(os.Args[1], "child-") {
		err = bench.Child(ctx, strings.TrimPrefix(os.Args[1], "child-"), os.Args[2])
	} else {
		n := bench.Standard()
		if by, convErr := strconv.Atoi(os.Getenv("BENCH_SCALE")); convErr == nil && by > 1 {
			n = bench.Size{Projects: n.Projects / by, Clients: n.Clients / by, Enterprises: n.Enterprises / by, Visits: n.Visits / by, Events: n.Events / by}
		}
		err = bench.Run(ctx, os.Stdout, n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
