package bench

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"sangu/internal/pgtest"
)

func (t *target) start(ctx context.Context, url string) (stop func(), err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self, "child-"+t.name, url)
	cmd.Stderr = os.Stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(pipe).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", t.name, err)
	}
	t.base, t.pid = "http://"+strings.TrimSpace(line), cmd.Process.Pid
	return func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }, nil
}

func (t *target) measure(o op, cluster *pgtest.Cluster) (result, error) {
	for i := range min(10, o.times) {
		if o.method == "GET" {
			if _, err := t.send(o, i); err != nil {
				return result{}, err
			}
		}
	}
	before, beforeDB := cpu(t.pid), cluster.CPU()
	took := make([]time.Duration, o.times)
	for i := range o.times {
		d, err := t.send(o, i)
		if err != nil {
			return result{}, err
		}
		took[i] = d
	}
	r := result{cpu: (cpu(t.pid) - before) / float64(o.times), postgres: (cluster.CPU() - beforeDB) / float64(o.times)}
	slices.Sort(took)
	r.p50, r.p95 = took[len(took)/2], took[len(took)*95/100]
	return r, nil
}

// send makes one request. A stage move counts up its own project's version:
// each is moved once a target.
func (t *target) send(o op, i int) (time.Duration, error) {
	offset := 0
	if o.match && t.name == "bare" {
		offset = 500
	}
	req, err := http.NewRequest(o.method, t.base+o.path(i+offset), strings.NewReader(o.body(i)))
	if err != nil {
		return 0, err
	}
	if t.token != "" {
		req.Header.Set("Authorization", "Bearer "+t.token)
	}
	if o.match {
		req.Header.Set("If-Match", `"1"`)
	}
	began := time.Now()
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	took := time.Since(began)
	if err == nil && answer.StatusCode >= 300 {
		err = fmt.Errorf("status %d: %.200s", answer.StatusCode, body)
	}
	if err == nil && o.method == "GET" && !json.Valid(body) {
		err = fmt.Errorf("no JSON: %.100s", body)
	}
	return took, err
}

// cpu returns the CPU time that a process has used, in ms.
func cpu(pid int) float64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	const msPerTick = 10 // USER_HZ is 100 on Linux
	return (user + system) * msPerTick
}

// pgbench runs an operation's SQL in pgbench and gives its mean latency.
func pgbench(cluster *pgtest.Cluster, o op) string {
	program := filepath.Join(cluster.Bin(), "pgbench")
	if _, err := os.Stat(program); err != nil {
		return "no pgbench"
	}
	script, err := os.CreateTemp("", "sangu-bench-*.sql")
	if err != nil {
		return err.Error()
	}
	defer os.Remove(script.Name())
	_, _ = script.WriteString(strings.ReplaceAll(o.pgbench, "\n\t\t", " ")) // a short script in a temporary file
	script.Close()
	said, err := exec.Command(program, "-n", "-M", "simple", "-c", "1", "-t", strconv.Itoa(o.times), "-f", script.Name(), cluster.DSN).
		CombinedOutput()
	if err != nil {
		return "failed"
	}
	for line := range strings.SplitSeq(string(said), "\n") {
		if rest, ok := strings.CutPrefix(line, "latency average = "); ok {
			return strings.TrimSuffix(rest, " ms")
		}
	}
	return "?"
}
