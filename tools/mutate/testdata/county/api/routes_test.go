package api

import (
	"testing"

	"county/domain"
)

func TestVisitsAreForReaders(t *testing.T) {
	if serve(domain.Actor{}, "/visits") == nil {
		t.Error("anybody reads visits")
	}
	if err := serve(domain.Actor{Rights: []domain.Right{"lead.read"}}, "/leads"); err != nil {
		t.Error(err)
	}
}
