package domain

import "time"

// Withdrawn is a record that was taken away: by whom, when and why. It is seen
// by nobody and counted nowhere until it is put back.
type Withdrawn struct {
	Ref
	Title string
	// Parent is the record that it belongs to, as a contact to its client; zero
	// for records that stand alone.
	Parent Ref
	Reason string
	By     ID
	ByName string
	At     time.Time
}
