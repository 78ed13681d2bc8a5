package org

import (
	"time"

	"sangu/domain"
)

// CreatorWindow is for how long the person who made a record may take it away
// again; afterwards the head of the unit or the office does.
const CreatorWindow = 24 * time.Hour

// MayWithdraw returns a KindForbidden error unless the right to take records away
// reaches this one, or the actor made it less than CreatorWindow ago.
func MayWithdraw(actor domain.Actor, reached bool, maker domain.ID, made, now time.Time) error {
	if reached || !maker.IsZero() && maker == actor.PersonID && now.Before(made.Add(CreatorWindow)) {
		return nil
	}
	return domain.Forbidden("bin.may_not")
}
