package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"sangu/domain"
	"sangu/internal/messages"
	"sangu/repository/sqlkit"
)

// command is one of the product's commands.
type command struct {
	name    string
	summary string
	run     func(ctx context.Context, env environment, args []string) error
}

// environment is what a command may use of the world.
type environment struct {
	out, err io.Writer
	getenv   func(string) string
	log      *slog.Logger
}

func commands() []command {
	return []command{
		{"serve", "serve the product: [--demo] [--data DIR | --database URL]", serve},
		{"org", "load units and people: org load FILE [--data DIR | --database URL]", orgCommand},
		{"import", "import ledgers: [--dry-run] [--accept-warnings] [--format text|json] FILE…", importCommand},
		{"openapi", "print the API's OpenAPI 3.1 document", openapi},
	}
}

// Run runs the command that args name and gives the process's exit code.
func Run(ctx context.Context, args []string, out, errOut io.Writer, getenv func(string) string) int {
	level := slog.LevelInfo
	if getenv("SANGU_LOG") == "debug" {
		level = slog.LevelDebug
	}
	env := environment{out: out, err: errOut, getenv: getenv, log: slog.New(slog.NewTextHandler(errOut, &slog.HandlerOptions{Level: level}))}
	for _, c := range commands() {
		if len(args) == 0 || c.name != args[0] {
			continue
		}
		err := c.run(ctx, env, args[1:])
		if errors.Is(err, flag.ErrHelp) {
			return 2
		}
		if err != nil {
			fmt.Fprintln(errOut, "sangu:", readable(err, getenv("LANG")))
			return 1
		}
		return 0
	}
	fmt.Fprintln(errOut, "sangu 三顾 — commands:")
	for _, c := range commands() {
		fmt.Fprintf(errOut, "  sangu %-10s %s\n", c.name, c.summary)
	}
	return 2
}

// readable returns an error's text for a person at a terminal.
func readable(err error, lang string) string {
	e, ok := errors.AsType[*domain.Error](err)
	catalogue, loadErr := messages.Load()
	if !ok || loadErr != nil {
		return err.Error()
	}
	lang = strings.ReplaceAll(lang, "_", "-")
	lines := []string{catalogue.Text(lang, e.Code, e.Params)}
	for _, f := range e.Fields {
		lines = append(lines, "  "+f.Path+": "+catalogue.Text(lang, f.Code, f.Params))
	}
	if e.Err != nil {
		lines = append(lines, "  "+e.Err.Error())
	}
	return strings.Join(lines, "\n")
}

// where adds the flags that say where the data lives.
func where(f *flag.FlagSet, getenv func(string) string) *sqlkit.Options {
	o := &sqlkit.Options{}
	f.StringVar(&o.Dir, "data", or(getenv("SANGU_DATA"), "data/sangu"), "folder of the embedded database")
	f.StringVar(&o.URL, "database", getenv("SANGU_DATABASE_URL"), "PostgreSQL address, instead of the embedded database")
	return o
}

func flags(env environment, name string) *flag.FlagSet {
	f := flag.NewFlagSet("sangu "+name, flag.ContinueOnError)
	f.SetOutput(env.err)
	return f
}

// parse reads flags that may stand before, between and after the plain words.
func parse(f *flag.FlagSet, args []string) (words []string, err error) {
	for len(args) > 0 {
		if err := f.Parse(args); err != nil {
			return nil, err
		}
		if f.NArg() == 0 {
			return words, nil
		}
		words = append(words, f.Arg(0))
		args = f.Args()[1:]
	}
	return words, nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// openapi needs a product put together, so it opens one on an empty folder.
func openapi(ctx context.Context, env environment, _ []string) error {
	dir, err := os.MkdirTemp("", "sangu-openapi-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	a, err := New(ctx, Options{Database: sqlkit.Options{Dir: dir}, CheapPasswords: true})
	if err != nil {
		return err
	}
	defer a.Close()
	b, err := a.api.Document()
	if err != nil {
		return err
	}
	_, err = env.out.Write(append(b, '\n'))
	return err
}
