package library

import (
	"context"

	"sangu/domain"
)

// ReadyView is a predefined view of projects, with the number of its projects.
type ReadyView struct {
	Key    string // all, mine, should_start, large, key, stale, watched
	Filter ProjectFilter
	Count  int
	Capped bool
}

const (
	largeInvestment = 100_000_000 // 亿元以上
	staleDays       = 30          // 久未更新: when the light of silence turns yellow
)

// ReadyViewsOn returns the views of a day, without counts: 全部, 我负责的, 应开未开 (R6), 亿元以上, 省市重点,
// 久未更新, 我关注的.
func ReadyViewsOn(today domain.Date) []ReadyView {
	least := domain.Yuan(largeInvestment)
	return []ReadyView{
		{Key: "all"},
		{Key: "mine", Filter: ProjectFilter{Mine: true}},
		{Key: "should_start", Filter: ProjectFilter{ShouldHaveBegun: today}},
		{Key: "large", Filter: ProjectFilter{MinInvestment: &least}},
		{Key: "key", Filter: ProjectFilter{KeyLevels: []string{"national", "province", "city"}}},
		{Key: "stale", Filter: ProjectFilter{StaleBefore: today.AddDays(-staleDays), NotReached: InProduction, Statuses: []Status{Active}}},
		{Key: "watched", Filter: ProjectFilter{Watched: true}},
	}
}

// ReadyViews returns today's views with the counts of the actor's scope.
func (s *Projects) ReadyViews(ctx context.Context, actor domain.Actor) ([]ReadyView, error) {
	out := ReadyViewsOn(domain.Today(s.Clock))
	for i, p := range out {
		filter, err := p.Filter.WithLights(ctx, s.Lights)
		if err != nil {
			return nil, err
		}
		if out[i].Count, out[i].Capped, err = s.reader.CountProjects(ctx, actor, filter); err != nil {
			return nil, err
		}
	}
	return out, nil
}
