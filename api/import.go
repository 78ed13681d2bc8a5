package api

import (
	"context"
	"mime/multipart"
	"time"

	"sangu/domain"
	"sangu/domain/intake"
	"sangu/domain/org"
	"sangu/internal/ledger"
)

type importIn struct {
	File *multipart.FileHeader `formData:"file" validate:"required"`
}

type importOut struct {
	ID             domain.ID  `json:"id" required:"true"`
	FileName       string     `json:"file_name" required:"true"`
	State          string     `json:"state" required:"true" enum:"checking,writing,stopped,written,undone"`
	AcceptWarnings bool       `json:"accept_warnings" required:"true"`
	Total          int        `json:"total" required:"true" description:"rows to walk through while writing"`
	Done           int        `json:"done" required:"true" description:"of them walked through"`
	Created        int        `json:"created" required:"true"`
	Updated        int        `json:"updated" required:"true"`
	Unchanged      int        `json:"unchanged" required:"true"`
	Refused        int        `json:"refused" required:"true" description:"rows that a rule refused while they were written"`
	ByName         string     `json:"by_name" required:"true"`
	CreatedAt      time.Time  `json:"created_at" required:"true"`
	WrittenAt      *time.Time `json:"written_at" required:"true"`
	UndoneAt       *time.Time `json:"undone_at" required:"true"`
	UndoUntil      *time.Time `json:"undo_until" required:"true" description:"null where there is nothing to undo any more"`
	Version        int        `json:"version" required:"true"`
}

func (o importOut) RecordVersion() int { return o.Version }

func importFrom(i intake.Import) importOut {
	out := importOut{ID: i.ID, FileName: i.FileName, State: string(i.State), AcceptWarnings: i.AcceptWarnings, Total: i.Total, Done: i.Done, Created: i.Created, Updated: i.Updated,
		Unchanged: i.Unchanged, Refused: i.Refused, ByName: i.ByName, CreatedAt: i.CreatedAt, WrittenAt: momentOf(i.WrittenAt), UndoneAt: momentOf(i.UndoneAt), Version: i.Version}
	if i.State == intake.Written || i.State == intake.Stopped {
		out.UndoUntil = momentOf(i.UndoUntil())
	}
	return out
}

func momentOf(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

type importsOut struct {
	Items []importOut `json:"items" required:"true"`
}

func (a *API) imports(ctx context.Context, actor domain.Actor, _ struct{}) (importsOut, error) {
	all, err := a.Importer.List(ctx, actor)
	return importsOut{each(all, importFrom)}, err
}

func (a *API) uploadLedger(ctx context.Context, actor domain.Actor, in importIn) (importOut, error) {
	body, err := readUpload(in.File)
	if err != nil {
		return importOut{}, err
	}
	i, err := a.Importer.Upload(ctx, actor, in.File.Filename, body)
	return importFrom(i), err
}

func (a *API) importOf(ctx context.Context, actor domain.Actor, in byID) (importOut, error) {
	i, err := a.Importer.Get(ctx, actor, in.ID)
	return importFrom(i), err
}

type writeImportIn struct {
	byID
	versioned
	AcceptWarnings bool `json:"accept_warnings" description:"the yes for rows that were warned about"`
}

func (a *API) writeImport(ctx context.Context, actor domain.Actor, in writeImportIn) (importOut, error) {
	i, err := a.Importer.Write(ctx, actor, in.ID, in.version(), in.AcceptWarnings)
	return importFrom(i), err
}

func (a *API) stopImport(ctx context.Context, actor domain.Actor, in byID) (importOut, error) {
	i, err := a.Importer.Stop(ctx, actor, in.ID)
	return importFrom(i), err
}

type importStepIn struct {
	byID
	versioned
}

func (a *API) resumeImport(ctx context.Context, actor domain.Actor, in importStepIn) (importOut, error) {
	i, err := a.Importer.Resume(ctx, actor, in.ID, in.version())
	return importFrom(i), err
}

func (a *API) undoImport(ctx context.Context, actor domain.Actor, in importStepIn) (importOut, error) {
	i, err := a.Importer.Undo(ctx, actor, in.ID, in.version())
	return importFrom(i), err
}

type importUnitsIn struct {
	byID
	Units []importUnitIn `json:"units" validate:"required,min=1,max=200,dive"`
}

type importUnitIn struct {
	Name     string    `json:"name" validate:"required,max=100"`
	ParentID domain.ID `json:"parent_id" validate:"required"`
	Kind     string    `json:"kind" validate:"required,oneof=province city county township bureau park office team"`
}

func (a *API) addImportUnits(ctx context.Context, actor domain.Actor, in importUnitsIn) (importOut, error) {
	i, err := a.Importer.AddUnits(ctx, actor, in.ID, each(in.Units, func(u importUnitIn) org.UnitFacts {
		return org.UnitFacts{Name: u.Name, ParentID: u.ParentID, Kind: org.UnitKind(u.Kind)}
	}))
	return importFrom(i), err
}

func (a *API) importProblems(ctx context.Context, actor domain.Actor, in byID) (fileOut, error) {
	say := func(code string, p domain.Params) string { return a.Messages.Text(actor.Lang, code, p) }
	name, body, err := a.Importer.ProblemRows(ctx, actor, in.ID, say("import.row", nil), say("import.reason", nil), say)
	return fileOut{say("import.problem_rows", domain.Params{"name": name}), xlsx, body}, err
}

type importResult struct {
	Kind    string `json:"kind" required:"true" enum:"project,client,enterprise,lead,visit,fund,note" description:"fund: money in place; note: lines on projects' pages"`
	Created int    `json:"created" required:"true"`
	Updated int    `json:"updated" required:"true"`
}

type importResultsOut struct {
	Items []importResult `json:"items" required:"true"`
}

func (a *API) importResults(ctx context.Context, actor domain.Actor, in byID) (importResultsOut, error) {
	all, err := a.Importer.Results(ctx, actor, in.ID)
	return importResultsOut{each(all, func(r intake.Result) importResult { return importResult(r) })}, err
}

type ledgerFieldOut struct {
	Key      string   `json:"key" required:"true"`
	Name     string   `json:"name" required:"true" description:"the column's own name in ledgers"`
	Required bool     `json:"required" required:"true"`
	Type     string   `json:"type" required:"true"`
	Choices  []string `json:"choices" required:"true" description:"what a field of few values may say; none where it may say anything"`
}

type ledgerKindOut struct {
	Kind   string           `json:"kind" required:"true"`
	Fields []ledgerFieldOut `json:"fields" required:"true"`
}

type ledgerKindsOut struct {
	Items []ledgerKindOut `json:"items" required:"true"`
}

func (a *API) ledgerKinds(context.Context, domain.Actor, struct{}) (ledgerKindsOut, error) {
	return ledgerKindsOut{each(ledger.Kinds(), func(k ledger.Kind) ledgerKindOut {
		return ledgerKindOut{k.Key, each(k.Fields, func(f ledger.Field) ledgerFieldOut {
			return ledgerFieldOut{f.Key, f.Names[0], f.Required, string(f.Type), append([]string{}, f.Choices()...)}
		})}
	})}, nil
}
