package app_test

import (
	"testing"

	"sangu/internal/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }
