package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// kept is what a folder named by -keep holds beside the copy and the binaries:
// so much of a run that another one on the same sources can go on from it.
type kept struct {
	Fingerprint    string
	Sites, Dropped []*Site
	Tests          []keptTest
}

type keptTest struct {
	Pkg, Dir, Path, Name, Broken string
	Took                         time.Duration
	Reached                      []int
}

// fingerprint is the hash of all that a copy of the module would hold and of
// the mutations.
func (m Module) fingerprint(sites []*Site) (string, error) {
	h := sha256.New()
	err := m.files(func(name, path string) error {
		raw, err := os.ReadFile(path)
		h.Write([]byte(name))
		h.Write(raw)
		return err
	})
	h.Write(runtimeSource)
	for _, s := range sites {
		h.Write([]byte(s.String()))
	}
	return hex.EncodeToString(h.Sum(nil)), err
}

// keep writes down what was prepared.
func keep(dir, fingerprint string, p *prepared) error {
	k := kept{Fingerprint: fingerprint, Sites: p.sites, Dropped: p.dropped}
	for _, t := range p.tests {
		k.Tests = append(k.Tests, keptTest{Pkg: t.Binary.Pkg, Dir: t.Binary.Dir, Path: t.Binary.Path, Name: t.Name,
			Broken: t.Broken, Took: t.Took, Reached: slices.Sorted(maps.Keys(t.Reached))})
	}
	raw, err := json.Marshal(k)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "kept.json"), raw, 0o644)
}

// resume reads what was prepared from the same sources, or returns nil.
func resume(dir, fingerprint string) *prepared {
	raw, err := os.ReadFile(filepath.Join(dir, "kept.json"))
	var k kept
	if err != nil || json.Unmarshal(raw, &k) != nil || k.Fingerprint != fingerprint {
		return nil
	}
	p := &prepared{sites: k.Sites, dropped: k.Dropped}
	binaries := map[string]*Binary{}
	for _, t := range k.Tests {
		b := binaries[t.Pkg]
		if b == nil {
			b = &Binary{Pkg: t.Pkg, Dir: t.Dir, Path: t.Path}
			binaries[t.Pkg] = b
		}
		test := &Test{Binary: b, Name: t.Name, Broken: t.Broken, Took: t.Took, Reached: map[int]bool{}, noticed: map[string]int{}}
		for _, n := range t.Reached {
			test.Reached[n] = true
		}
		p.tests = append(p.tests, test)
	}
	return p
}

// earlier reads the results that a file holds already.
func earlier(name string) ([]Result, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Result
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r Result
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, lines.Err()
}
