package org

import (
	"net/mail"
	"regexp"
	"strings"
	"time"

	"sangu/domain"
)

// Person is somebody who works with the product, or whom its records name, as
// a county leader. A person without a login cannot sign in. Work phone and
// mail only; never an ID number.
type Person struct {
	ID            domain.ID
	Name          string
	Login         string
	PasswordHash  string `audit:"secret"`
	WorkPhone     string
	WorkEmail     string
	Language      string
	FailedSignIns int
	LockedUntil   time.Time
	DisabledAt    time.Time
	// MustChangePassword asks for a new password at the next sign-in.
	MustChangePassword bool `audit:"must_change"`
	Version            int
	CreatedAt          time.Time
}

var loginForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{1,63}$`)

// Check returns an error of kind invalid that names each field which breaks a rule, or nil.
func (p Person) Check() error {
	var c domain.Check
	c.That(strings.TrimSpace(p.Name) != "", "name", "input.required")
	c.That(p.Login == "" || loginForm.MatchString(p.Login), "login", "person.login_form")
	c.That(p.WorkPhone == "" || PhoneValid(p.WorkPhone), "work_phone", "input.phone")
	if p.WorkEmail != "" {
		_, err := mail.ParseAddress(p.WorkEmail)
		c.That(err == nil, "work_email", "input.email")
	}
	return c.Err()
}
