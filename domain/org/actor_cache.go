package org

import (
	"sync"

	"sangu/domain"
)

// actorCache holds actors by person. They hold for one epoch of the organisation
// and one business day: after any change of people, posts or units, on this node
// or another, they are made again.
type actorCache struct {
	mu     sync.Mutex
	epoch  int
	day    domain.Date
	actors map[domain.ID]domain.Actor
}

// get returns the person's actor from the cache, or the one that fresh makes,
// which it keeps.
func (k *actorCache) get(person domain.ID, epoch int, day domain.Date, fresh func() (domain.Actor, error)) (domain.Actor, error) {
	k.mu.Lock()
	if k.actors == nil || epoch != k.epoch || day != k.day {
		k.actors, k.epoch, k.day = map[domain.ID]domain.Actor{}, epoch, day
	}
	actor, ok := k.actors[person]
	k.mu.Unlock()
	if ok {
		return actor, nil
	}
	actor, err := fresh()
	if err != nil {
		return domain.Actor{}, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	// Only if the epoch is still the one that it was made in.
	if epoch == k.epoch && day == k.day {
		k.actors[person] = actor
	}
	return actor, nil
}
