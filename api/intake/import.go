package intake

import (
	"context"
	"mime/multipart"
	"time"

	"sangu/api/kit"
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

// ImportFrom returns an import as the API shows it.
func ImportFrom(i intake.Import) importOut {
	out := importOut{ID: i.ID, FileName: i.FileName, State: string(i.State), AcceptWarnings: i.AcceptWarnings, Total: i.Total, Done: i.Done,
		Created: i.Created, Updated: i.Updated,
		Unchanged: i.Unchanged, Refused: i.Refused, ByName: i.ByName, CreatedAt: i.CreatedAt, WrittenAt: momentOf(i.WrittenAt),
		UndoneAt: momentOf(i.UndoneAt), Version: i.Version}
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

func (a *API) ListImports(ctx context.Context, actor domain.Actor, _ struct{}) (importsOut, error) {
	all, err := a.Importer.List(ctx, actor)
	return importsOut{kit.Each(all, ImportFrom)}, err
}

func (a *API) UploadLedger(ctx context.Context, actor domain.Actor, in importIn) (importOut, error) {
	body, err := kit.ReadUpload(in.File)
	if err != nil {
		return importOut{}, err
	}
	i, err := a.Importer.Upload(ctx, actor, in.File.Filename, body)
	return ImportFrom(i), err
}

func (a *API) GetImport(ctx context.Context, actor domain.Actor, in kit.ByID) (importOut, error) {
	i, err := a.Importer.Get(ctx, actor, in.ID)
	return ImportFrom(i), err
}

type writeImportIn struct {
	kit.ByID
	kit.Versioned
	AcceptWarnings bool `json:"accept_warnings" description:"the yes for rows that were warned about"`
}

func (a *API) WriteImport(ctx context.Context, actor domain.Actor, in writeImportIn) (importOut, error) {
	i, err := a.Importer.Write(ctx, actor, in.ID, in.Version(), in.AcceptWarnings)
	return ImportFrom(i), err
}

func (a *API) StopImport(ctx context.Context, actor domain.Actor, in kit.ByID) (importOut, error) {
	i, err := a.Importer.Stop(ctx, actor, in.ID)
	return ImportFrom(i), err
}

type importStepIn struct {
	kit.ByID
	kit.Versioned
}

func (a *API) ResumeImport(ctx context.Context, actor domain.Actor, in importStepIn) (importOut, error) {
	i, err := a.Importer.Resume(ctx, actor, in.ID, in.Version())
	return ImportFrom(i), err
}

func (a *API) UndoImport(ctx context.Context, actor domain.Actor, in importStepIn) (importOut, error) {
	i, err := a.Importer.Undo(ctx, actor, in.ID, in.Version())
	return ImportFrom(i), err
}

type importUnitsIn struct {
	kit.ByID
	Units []importUnitIn `json:"units" validate:"required,min=1,max=200,dive"`
}

type importUnitIn struct {
	Name     string    `json:"name" text:"title" validate:"required,max=100"`
	ParentID domain.ID `json:"parent_id" validate:"required"`
	Kind     string    `json:"kind" validate:"required,oneof=province city county township bureau park office team"`
}

func (a *API) AddImportUnits(ctx context.Context, actor domain.Actor, in importUnitsIn) (importOut, error) {
	i, err := a.Importer.AddUnits(ctx, actor, in.ID, kit.Each(in.Units, func(u importUnitIn) org.UnitFacts {
		return org.UnitFacts{Name: u.Name, ParentID: u.ParentID, Kind: org.UnitKind(u.Kind)}
	}))
	return ImportFrom(i), err
}

func (a *API) DownloadImportProblems(ctx context.Context, actor domain.Actor, in kit.ByID) (kit.FileOut, error) {
	say := func(code string, p domain.Params) string { return a.Messages.Text(actor.Lang, code, p) }
	name, body, err := a.Importer.ProblemRows(ctx, actor, in.ID, say("import.row", nil), say("import.reason", nil), say)
	return kit.FileOut{Name: say("import.problem_rows", domain.Params{"name": name}), Media: kit.XLSX, Body: body}, err
}

type importResult struct {
	Kind    string `json:"kind" required:"true" enum:"project,client,enterprise,lead,visit,fund,note" description:"fund: money in place; note: lines on projects' pages"`
	Created int    `json:"created" required:"true"`
	Updated int    `json:"updated" required:"true"`
}

type importResultsOut struct {
	Items []importResult `json:"items" required:"true"`
}

func (a *API) GetImportResults(ctx context.Context, actor domain.Actor, in kit.ByID) (importResultsOut, error) {
	all, err := a.Importer.Results(ctx, actor, in.ID)
	return importResultsOut{kit.Each(all, func(r intake.Result) importResult { return importResult(r) })}, err
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

func (a *API) ListLedgerKinds(context.Context, domain.Actor, struct{}) (ledgerKindsOut, error) {
	return ledgerKindsOut{kit.Each(ledger.Kinds(), func(k ledger.Kind) ledgerKindOut {
		return ledgerKindOut{k.Key, kit.Each(k.Fields, func(f ledger.Field) ledgerFieldOut {
			return ledgerFieldOut{Key: f.Key, Name: f.Names[0], Required: f.Required, Type: string(f.Type),
				Choices: append([]string{}, f.Choices()...)}
		})}
	})}, nil
}
