// Package org is the part of the JSON API for units, people, posts, sign-in and the audit:
// one file a subject with its wire types and operations. It decides nothing; the
// domain does.
package org

import (
	"sangu/api/kit"
	"sangu/domain/org"
)

// API serves the area's operations over its services.
type API struct {
	Setup       *org.Setup
	Sessions    *org.Sessions
	Units       *org.Units
	People      *org.People
	Auditing    *org.Auditing
	Preferences *org.Preferences
	Views       *org.Views
	// SecureCookie marks the session cookie for HTTPS only.
	SecureCookie bool
	// DemoAccounts are named on the demonstration's sign-in page; else empty.
	DemoAccounts []kit.DemoAccount
}
