package library

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/gin-gonic/gin"

	"sangu/domain"
	"sangu/domain/library"
)

const (
	lookEvery = time.Second      // between two looks
	stillHere = 20 * time.Second // between two lines that keep the connection
	streamFor = 5 * time.Minute  // then the browser comes again, and is asked who it is
)

type liveIn struct {
	Last domain.ID `header:"Last-Event-ID" description:"the last one told, to go on from"`
}

// liveOut is a stream of server-sent events: "changed" with {kind, id, own}, and
// "reload" where too much was missed.
type liveOut struct {
	api      *API
	actor    domain.Actor
	position *library.StreamPosition
	missed   bool
}

// MediaType returns the media type of server-sent events.
func (liveOut) MediaType() string { return "text/event-stream" }

// StreamChanges serves, as they happen, changes to records that the actor sees.
func (a *API) StreamChanges(_ context.Context, actor domain.Actor, in liveIn) (liveOut, error) {
	position, missed := a.Live.Follow(in.Last)
	return liveOut{api: a, actor: actor, position: position, missed: missed}, nil
}

type changedEvent struct {
	Kind string    `json:"kind"`
	ID   domain.ID `json:"id"`
	Own  bool      `json:"own"`
}

// Respond writes events until the reader leaves, the server stops, or five minutes have
// passed.
func (l liveOut) Respond(c *gin.Context) {
	c.Header("Content-Type", l.MediaType())
	c.Header("Cache-Control", "no-store")
	c.Header("X-Accel-Buffering", "no")
	if l.missed {
		fmt.Fprint(c.Writer, "event: reload\ndata: {}\n\n")
	}
	fmt.Fprint(c.Writer, "retry: 3000\n\n")
	c.Writer.Flush()
	look, here := time.NewTicker(lookEvery), time.NewTicker(stillHere)
	defer look.Stop()
	defer here.Stop()
	end := time.After(streamFor)
	for {
		select {
		case <-c.Request.Context().Done():
			return
		case <-l.api.Closing.Done():
			return
		case <-end:
			return
		case <-here.C:
			fmt.Fprint(c.Writer, ": here\n\n")
		case <-look.C:
			all, err := l.api.Live.Next(c.Request.Context(), l.actor, l.position)
			if err != nil {
				return // the browser comes again; the database's fault is logged by who asked it
			}
			for _, h := range all {
				l.tell(c.Writer, h)
			}
		}
		c.Writer.Flush()
	}
}

func (l liveOut) tell(w io.Writer, h library.OutboxEvent) {
	body, err := json.Marshal(changedEvent{h.Subject.Kind, h.Subject.ID, h.ActorID == l.actor.PersonID})
	if err == nil {
		fmt.Fprintf(w, "id: %s\nevent: changed\ndata: %s\n\n", h.ID, body)
	}
}
