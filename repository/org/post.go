package org

import (
	"context"
	"time"

	"sangu/domain"
	"sangu/domain/org"
	"sangu/repository/sqlkit"
)

type postRow struct {
	ID        domain.ID
	PersonID  domain.ID
	UnitID    domain.ID
	Role      string
	Title     string
	FromOn    sqlkit.Date
	ToOn      sqlkit.Date
	Main      bool
	Version   int
	CreatedAt time.Time
}

func (postRow) TableName() string { return "posts" }

type postViewRow struct {
	Row      postRow `gorm:"embedded"`
	UnitName string
}

func (v postViewRow) Entity() org.Post {
	r := v.Row
	return org.Post{ID: r.ID, PersonID: r.PersonID, UnitID: r.UnitID, UnitName: v.UnitName, Role: org.Role(r.Role), Title: r.Title,
		FromOn: domain.Date(r.FromOn), ToOn: domain.Date(r.ToOn), Main: r.Main, Version: r.Version, CreatedAt: r.CreatedAt.UTC()}
}

// posts returns the posts of people, main ones first, keyed by person.
func (s *PostStore) posts(ctx context.Context, people []domain.ID) (map[domain.ID][]org.Post, error) {
	var rows []postViewRow
	err := s.db.Read(ctx).Table("posts AS o").Joins("JOIN units AS u ON u.id = o.unit_id").Select("o.*, u.name AS unit_name").
		Where("o.person_id IN ?", people).Order("o.main DESC, o.created_at, o.id").Scan(&rows).Error
	out := map[domain.ID][]org.Post{}
	for _, r := range rows {
		out[r.Row.PersonID] = append(out[r.Row.PersonID], r.Entity())
	}
	return out, err
}

// PostsOf implements org.PersonStore.
func (s *PostStore) PostsOf(ctx context.Context, person domain.ID) ([]org.Post, error) {
	posts, err := s.posts(ctx, []domain.ID{person})
	return posts[person], err
}

// Post implements org.PersonStore.
func (s *PostStore) Post(ctx context.Context, id domain.ID) (org.Post, error) {
	var r postViewRow
	q := s.db.Read(ctx).Table("posts AS o").Joins("JOIN units AS u ON u.id = o.unit_id").Select("o.*, u.name AS unit_name")
	err := sqlkit.Take(q.Where("o.id = ?", id), &r, domain.SubjectPost)
	return r.Entity(), err
}

// AddPost implements org.PersonStore.
func (s *PostStore) AddPost(ctx context.Context, p org.Post) error {
	row := postRow{ID: p.ID, PersonID: p.PersonID, UnitID: p.UnitID, Role: string(p.Role), Title: p.Title, FromOn: sqlkit.Date(p.FromOn),
		ToOn: sqlkit.Date(p.ToOn), Main: p.Main, Version: p.Version, CreatedAt: p.CreatedAt}
	if err := s.db.Insert(ctx, &row, nil); err != nil {
		return err
	}
	return s.db.NextEpoch(ctx)
}

// SavePost implements org.PersonStore.
func (s *PostStore) SavePost(ctx context.Context, p org.Post) error {
	err := s.db.Update(ctx, "posts", p.ID, p.Version, map[string]any{
		"title": p.Title, "from_on": sqlkit.Date(p.FromOn), "to_on": sqlkit.Date(p.ToOn), "main": p.Main,
	}, nil)
	if err != nil {
		return err
	}
	return s.db.NextEpoch(ctx)
}

// Holders implements org.PersonStore.
func (s *PostStore) Holders(ctx context.Context, role org.Role, on domain.Date) (int, error) {
	var n int64
	err := s.db.Read(ctx).Table("posts").Where("role = ? AND from_on <= ? AND (to_on IS NULL OR to_on >= ?)", role, sqlkit.Date(on),
		sqlkit.Date(on)).
		Distinct("person_id").Count(&n).Error
	return int(n), err
}

// PostStore keeps the posts of one database.
type PostStore struct{ db *sqlkit.DB }

// NewPostStore returns the store over db.
func NewPostStore(db *sqlkit.DB) *PostStore { return &PostStore{db: db} }
