package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Binary is a package's test binary.
type Binary struct {
	Pkg, Dir, Path string
	Tests          []*Test
}

// Test is one top-level test.
type Test struct {
	Binary  *Binary
	Name    string
	Took    time.Duration
	Reached map[int]bool
	// Broken says that the test fails without any mutation, and proves nothing.
	Broken string
	// noticed counts the mutations that the test noticed, by file.
	noticed map[string]int
}

func (t *Test) String() string { return filepath.Base(t.Binary.Pkg) + "." + t.Name }

// runner runs test binaries.
type runner struct {
	env     []string
	workers int
	temp    string
}

// run runs tests of one binary with one mutation or a trace. It returns the
// output, whether all passed, and whether the deadline came first.
func (r runner) run(b *Binary, names []string, deadline time.Duration, env ...string) (string, bool, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, b.Path, "-test.run", "^("+strings.Join(names, "|")+")$", "-test.failfast", "-test.timeout=0")
	cmd.Dir = b.Dir
	cmd.Env = append(append(os.Environ(), r.env...), env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return out.String(), err == nil, errors.Is(ctx.Err(), context.DeadlineExceeded)
}

// each runs do for every index below n, by several workers.
func (r runner) each(n int, do func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range max(r.workers, 1) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

var testName = regexp.MustCompile(`(?m)^Test\w*$`)

// trace runs every test of the binaries by itself and notes what it reached.
func (r runner) trace(binaries []*Binary) ([]*Test, error) {
	var all []*Test
	for _, b := range binaries {
		list := exec.Command(b.Path, "-test.list", "^Test")
		list.Dir = b.Dir
		raw, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("list the tests of %s: %w", b.Pkg, err)
		}
		for _, name := range testName.FindAllString(string(raw), -1) {
			if name == "TestMain" {
				continue
			}
			t := &Test{Binary: b, Name: name, Reached: map[int]bool{}, noticed: map[string]int{}}
			b.Tests = append(b.Tests, t)
			all = append(all, t)
		}
	}
	r.each(len(all), func(i int) {
		t := all[i]
		file := filepath.Join(r.temp, "trace-"+strconv.Itoa(i))
		begin := time.Now()
		out, passed, _ := r.run(t.Binary, []string{t.Name}, 15*time.Minute, "MUTANT_TRACE="+file)
		t.Took = time.Since(begin)
		if !passed {
			t.Broken = tail(out)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			return // it reached none
		}
		for line := range strings.FieldsSeq(string(raw)) {
			if n, err := strconv.Atoi(line); err == nil {
				t.Reached[n] = true
			}
		}
	})
	return all, nil
}

// tail returns the end of an output.
func tail(s string) string {
	const most = 600
	if len(s) > most {
		s = s[len(s)-most:]
	}
	return strings.TrimSpace(s)
}
