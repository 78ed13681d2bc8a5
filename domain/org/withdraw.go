package org

import (
	"time"

	"sangu/domain"
)

// MakersTime is how long who made a record may take it away again; afterwards
// the unit's head or the office does.
const MakersTime = 24 * time.Hour

// MayWithdraw refuses to take a record away unless the right to reaches it, or
// the actor made it within MakersTime.
func MayWithdraw(actor domain.Actor, reached bool, maker domain.ID, made, now time.Time) error {
	if reached || !maker.IsZero() && maker == actor.PersonID && now.Before(made.Add(MakersTime)) {
		return nil
	}
	return domain.Forbidden("bin.may_not")
}
