// Package credential hashes passwords with argon2id and makes random secrets.
package credential

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"runtime"

	"github.com/alexedwards/argon2id"
)

// Passwords implements org.Passwords. It lets only as many hashes run at once
// as there are cores, so that a flood of sign-ins cannot take the machine.
type Passwords struct {
	params *argon2id.Params
	slots  chan struct{}
	decoy  string
}

// NewPasswords returns hashing at the usual cost: 19 MiB, two passes.
func NewPasswords() (*Passwords, error) {
	return newPasswords(&argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32})
}

// NewCheapPasswords returns hashing that costs next to nothing, for tests and the
// bench's seed only.
func NewCheapPasswords() (*Passwords, error) {
	return newPasswords(&argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 16})
}

func newPasswords(p *argon2id.Params) (*Passwords, error) {
	decoy, err := argon2id.CreateHash("nobody's password", p)
	return &Passwords{params: p, slots: make(chan struct{}, max(1, runtime.NumCPU())), decoy: decoy}, err
}

// Hash returns the argon2id hash of a new password. It returns ctx's error where
// ctx ends before its turn comes.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	if err := p.enter(ctx); err != nil {
		return "", err
	}
	defer p.leave()
	return argon2id.CreateHash(password, p.params)
}

// Matches reports whether a password is that of the hash. For an empty hash it
// takes as long and returns false. It returns ctx's error where ctx ends before
// its turn comes.
func (p *Passwords) Matches(ctx context.Context, password, hash string) (bool, error) {
	if err := p.enter(ctx); err != nil {
		return false, err
	}
	defer p.leave()
	if hash == "" {
		_, err := argon2id.ComparePasswordAndHash(password, p.decoy)
		return false, err
	}
	return argon2id.ComparePasswordAndHash(password, hash)
}

func (p *Passwords) enter(ctx context.Context) error {
	select {
	case p.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *Passwords) leave() { <-p.slots }

// Secrets implements org.Secrets with 256 random bits and SHA-256.
type Secrets struct{}

// New returns a random secret and its hash.
func (s Secrets) New() (secret, hash string) {
	b := make([]byte, 32)
	rand.Read(b) // never fails (crypto/rand)
	secret = base64.RawURLEncoding.EncodeToString(b)
	return secret, s.Hash(secret)
}

// Hash returns the stored form of a secret: its SHA-256 in hex.
func (Secrets) Hash(secret string) string {
	h := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(h[:])
}
