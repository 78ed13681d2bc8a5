package photo_test

import (
	"math"
	"testing"

	"sangu/internal/apptest"
	"sangu/internal/photo"
)

func TestAPhotoSaysWhenAndWhereItWasTaken(t *testing.T) {
	t.Parallel()
	p := photo.Reader{}.Read("现场.JPG", apptest.Photo("2026:03:05 10:20:30", 40.9128, 115.8323))
	if p.TakenOn.String() != "2026-03-05" || p.Place == nil {
		t.Fatalf("read %+v", p)
	}
	if math.Abs(p.Place.Latitude-40.9128) > 1e-4 || math.Abs(p.Place.Longitude-115.8323) > 1e-4 {
		t.Errorf("place %+v", *p.Place)
	}
	for name, body := range map[string][]byte{"x.jpg": []byte("no picture"), "x.pdf": apptest.Photo("2026:03:05 10:20:30", 40, 115),
		"cut.jpg": apptest.Photo("2026:03:05 10:20:30", 40, 115)[:60]} {
		if got := (photo.Reader{}).Read(name, body); !got.TakenOn.IsZero() || got.Place != nil {
			t.Errorf("%s says %+v", name, got)
		}
	}
}
