package org

import (
	"context"
	"time"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/org"
)

type auditIn struct {
	kit.PageQuery
	ActorID domain.ID   `query:"actor_id"`
	Action  string      `query:"action" validate:"max=40" description:"an action, or a prefix as session."`
	Kind    string      `query:"subject_kind" validate:"max=40"`
	Subject domain.ID   `query:"subject_id"`
	From    domain.Date `query:"from"`
	To      domain.Date `query:"to"`
}

type auditOut struct {
	ID          domain.ID              `json:"id" required:"true"`
	At          time.Time              `json:"at" required:"true"`
	ActorID     domain.ID              `json:"actor_id,omitempty"`
	ActorName   string                 `json:"actor_name" required:"true"`
	Action      string                 `json:"action" required:"true"`
	SubjectKind string                 `json:"subject_kind" required:"true"`
	SubjectID   domain.ID              `json:"subject_id,omitempty"`
	Title       string                 `json:"title" required:"true"`
	Address     string                 `json:"address" required:"true"`
	RequestID   string                 `json:"request_id" required:"true"`
	Changes     map[string]auditChange `json:"changes" required:"true"`
}

type auditChange struct {
	Before any `json:"before,omitempty"`
	After  any `json:"after,omitempty"`
}

func auditFrom(e org.AuditEntry) auditOut {
	out := auditOut{ID: e.ID, At: e.At, ActorID: e.ActorID, ActorName: e.ActorName, Action: e.Action, SubjectKind: e.Subject.Kind,
		SubjectID: e.Subject.ID, Title: e.Title, Address: e.Address, RequestID: e.RequestID, Changes: map[string]auditChange{}}
	for name, d := range e.Changes {
		out.Changes[name] = auditChange{d.Before, d.After}
	}
	return out
}

func (a *API) ListAudit(ctx context.Context, actor domain.Actor, in auditIn) (kit.ListOf[auditOut], error) {
	s, err := a.Auditing.List(ctx, actor, org.AuditFilter{ActorID: in.ActorID, Action: in.Action,
		Subject: domain.Ref{Kind: in.Kind, ID: in.Subject}, From: in.From, To: in.To}, in.Page())
	return kit.ListFrom(s, auditFrom), err
}
