// Command sangu is the whole product: Sangu 三顾, an investment-attraction CRM.
package main

import (
	"context"
	"os"

	"sangu/internal/app"
)

func main() {
	os.Exit(app.Run(context.Background(), os.Args[1:], os.Stdout, os.Stderr, os.Getenv))
}
