package library

import (
	"context"
	"slices"

	"sangu/domain"
)

// Lane is one stage of the board 推进看板: the count and sum of all its projects, and
// their first page. The stage is empty for projects that have reached none yet.
type Lane struct {
	Stage Stage
	Count int
	Total domain.Yuan // total investment in 元, where it is known
	Page  domain.Slice[ProjectItem]
}

// Board returns a filter's projects by stage, in the order of the stages. The further
// pages of a lane are those of List, narrowed to its stage.
func (s *Projects) Board(ctx context.Context, actor domain.Actor, f ProjectFilter, p domain.Page) ([]Lane, error) {
	f, err := f.WithLights(ctx, s.Lights)
	if err != nil {
		return nil, err
	}
	lanes, err := s.reader.Lanes(ctx, actor, f)
	if err != nil {
		return nil, err
	}
	var out []Lane
	for _, stage := range append([]Stage{""}, Stages()...) {
		l := Lane{Stage: stage}
		if i := slices.IndexFunc(lanes, func(l Lane) bool { return l.Stage == stage }); i >= 0 {
			l = lanes[i]
			f.Stages = []Stage{stage}
			if l.Page, err = s.List(ctx, actor, f, p); err != nil {
				return nil, err
			}
		}
		out = append(out, l)
	}
	return out, nil
}
