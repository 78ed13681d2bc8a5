package pipeline

import (
	"context"
	"maps"
	"slices"
	"time"

	"sangu/domain"
	"sangu/domain/library"
	"sangu/domain/pipeline"
	librarystore "sangu/repository/library"
	"sangu/repository/sqlkit"
)

type paperReasonRow struct {
	ID        domain.ID
	ProjectID domain.ID
	Need      string
	Reason    string
	WrittenBy domain.ID
	ByName    string
	WrittenAt time.Time
}

func (paperReasonRow) TableName() string { return "paper_reasons" }

// Entity returns the reason that the row stores.
func (r paperReasonRow) Entity() pipeline.PaperReason {
	return pipeline.PaperReason{ID: r.ID, ProjectID: r.ProjectID, Need: r.Need, Text: r.Reason, By: r.WrittenBy, ByName: r.ByName,
		At: r.WrittenAt.UTC()}
}

// PaperReasons implements pipeline.EvidenceStore.
func (s *EvidenceStore) PaperReasons(ctx context.Context, project domain.ID) ([]pipeline.PaperReason, error) {
	return s.paperReasons(ctx, []domain.ID{project})
}

func (s *EvidenceStore) paperReasons(ctx context.Context, projects []domain.ID) ([]pipeline.PaperReason, error) {
	var rows []paperReasonRow
	err := s.db.Read(ctx).Where("project_id IN ?", projects).Order("written_at, id").Find(&rows).Error
	return sqlkit.Mapped(rows, paperReasonRow.Entity), err
}

// AddPaperReason implements pipeline.EvidenceStore.
func (s *EvidenceStore) AddPaperReason(ctx context.Context, r pipeline.PaperReason) error {
	return s.db.Insert(ctx, &paperReasonRow{ID: r.ID, ProjectID: r.ProjectID, Need: r.Need, Reason: r.Text, WrittenBy: r.By,
		ByName: r.ByName, WrittenAt: r.At}, nil)
}

// FillEvidence fills in what projects have on file, to be measured against gates:
// kinds of files, visits that were done, reasons in place of papers.
func (s *EvidenceStore) FillEvidence(ctx context.Context, of map[domain.ID]pipeline.EvidenceOnFile) (map[domain.ID]pipeline.EvidenceOnFile,
	error) {
	projects := slices.Collect(maps.Keys(of))
	change := func(id domain.ID, how func(h *pipeline.EvidenceOnFile)) {
		if h, ok := of[id]; ok {
			how(&h)
			of[id] = h
		}
	}
	var files []struct {
		SubjectID domain.ID
		Kind      string
	}
	err := s.db.Read(ctx).Table("attachments").Distinct("subject_id", "kind").
		Where("subject_kind = 'project' AND subject_id IN ? AND removed_at IS NULL", projects).
		Order("kind").Scan(&files).Error
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		change(f.SubjectID, func(h *pipeline.EvidenceOnFile) { h.Evidence = append(h.Evidence, f.Kind) })
	}
	var visits []struct {
		SubjectID domain.ID
		N         int
	}
	err = s.db.Read(ctx).Table("visits AS v").Joins("JOIN ("+librarystore.VisitsOfProjects("")+") AS k ON k.visit_id = v.id").
		Select("k.project_id AS subject_id, count(*) AS n").
		Where("k.project_id IN ? AND v.state = 'done' AND v.withdrawn_at IS NULL", projects).
		Group("k.project_id").Scan(&visits).Error
	if err != nil {
		return nil, err
	}
	for _, v := range visits {
		change(v.SubjectID, func(h *pipeline.EvidenceOnFile) { h.Visits = v.N })
	}
	reasons, err := s.paperReasons(ctx, projects)
	if err != nil {
		return nil, err
	}
	byProject := map[domain.ID][]pipeline.PaperReason{}
	for _, r := range reasons {
		byProject[r.ProjectID] = append(byProject[r.ProjectID], r)
	}
	for id, all := range byProject {
		change(id, func(h *pipeline.EvidenceOnFile) { h.Reasons = pipeline.EffectiveReasons(all) })
	}
	return of, nil
}

// EvidenceOnFile implements pipeline.EvidenceStore.
func (s *EvidenceStore) EvidenceOnFile(ctx context.Context, p library.Project) (pipeline.EvidenceOnFile, error) {
	found, err := s.FillEvidence(ctx, map[domain.ID]pipeline.EvidenceOnFile{p.ID: {Project: p}})
	return found[p.ID], err
}

// EvidenceStore reads what projects have to show at a gate, and stores reasons in
// place of papers.
type EvidenceStore struct{ db *sqlkit.DB }

// NewEvidenceStore returns the store over db.
func NewEvidenceStore(db *sqlkit.DB) *EvidenceStore { return &EvidenceStore{db: db} }
