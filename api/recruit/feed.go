package recruit

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/recruit"
	"sangu/internal/ics"
)

type feedOut struct {
	Active   bool       `json:"active" required:"true"`
	Mine     bool       `json:"mine" required:"true"`
	IssuedAt *time.Time `json:"issued_at,omitempty"`
	Address  string     `json:"address,omitempty" description:"path of the feed on this host; given once, with the answer that makes it"`
}

func (a *API) GetCalendarFeed(ctx context.Context, actor domain.Actor, _ struct{}) (feedOut, error) {
	f, err := a.Feeds.Of(ctx, actor)
	if domain.IsKind(err, domain.KindNotFound) {
		return feedOut{}, nil
	}
	return feedOut{Active: true, Mine: f.Mine, IssuedAt: &f.IssuedAt}, err
}

type feedIn struct {
	Mine bool `json:"mine" description:"only what is the person's own, rather than all in scope"`
}

func (a *API) IssueCalendarFeed(ctx context.Context, actor domain.Actor, in feedIn) (feedOut, error) {
	f, secret, err := a.Feeds.Issue(ctx, actor, in.Mine)
	return feedOut{Active: true, Mine: f.Mine, IssuedAt: &f.IssuedAt, Address: "/api/v1/calendar/" + secret + icsEnding}, err
}

func (a *API) RevokeCalendarFeed(ctx context.Context, actor domain.Actor, _ struct{}) (kit.NoContent, error) {
	return kit.NoContent{}, a.Feeds.Revoke(ctx, actor)
}

const icsEnding = ".ics"

type feedFile struct {
	File string `path:"file" required:"true" description:"the secret with .ics"`
}

// icsOut is a calendar for other programs.
type icsOut struct{ body []byte }

func (icsOut) MediaType() string { return "text/calendar; charset=utf-8" }

func (o icsOut) Respond(c *gin.Context) {
	c.Header("Content-Disposition", `inline; filename="sangu.ics"`)
	c.Header("Cache-Control", "private, no-cache")
	c.Data(http.StatusOK, o.MediaType(), o.body)
}

// DownloadCalendarFeed needs no sign-in: the secret in the address tells whose
// calendar it is, and that person's scope bounds what is in it.
func (a *API) DownloadCalendarFeed(ctx context.Context, _ domain.Actor, in feedFile) (icsOut, error) {
	secret, ok := strings.CutSuffix(in.File, icsEnding)
	if !ok {
		return icsOut{}, domain.NotFound("calendar_feed")
	}
	f, actor, err := a.Feeds.BySecret(ctx, secret)
	if err != nil {
		return icsOut{}, err
	}
	entries, err := a.Agendas.Feed(ctx, actor, f.Mine)
	if err != nil {
		return icsOut{}, err
	}
	c := ics.Calendar{Name: a.Messages.Text(actor.Lang, "calendar.name", domain.Params{"name": actor.Name}), Made: a.Agendas.Clock.Now()}
	for _, e := range entries {
		c.Events = append(c.Events, a.event(actor.Lang, e))
	}
	return icsOut{c.Bytes()}, nil
}

// event returns an entry as other programs show it. A visit has a beginning and no
// end: an hour is put down for it.
func (a *API) event(lang string, e recruit.Entry) ics.Event {
	out := ics.Event{UID: string(e.Kind) + "-" + string(e.ID) + "@sangu", Sequence: e.Version, Start: e.On.Start(), WholeDay: true,
		Summary: a.Messages.Text(lang, "calendar."+string(e.Kind), domain.Params{"title": e.Title}), Place: e.Place}
	if at, err := time.Parse("15:04", e.At); err == nil {
		out.WholeDay, out.Lasts = false, time.Hour
		out.Start = out.Start.Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
	}
	var lines []string
	for _, line := range []string{e.About, e.Owner} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	out.About = strings.Join(lines, "\n")
	return out
}
