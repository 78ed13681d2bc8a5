package domain

import "context"

// Work is the unit of work. Do runs fn with a context that carries one
// transaction: all that fn writes is kept when fn returns nil, and none of it
// otherwise. Units do not nest, and fn makes no network call.
type Work interface {
	Do(ctx context.Context, fn func(ctx context.Context) error) error
}
