package apptest

import (
	"bytes"
	"encoding/binary"
	"math"
)

// Photo makes a JPEG that is nothing but its EXIF data: when ("2026:03:05
// 10:20:30") and where it was taken, in degrees north and east.
func Photo(at string, latitude, longitude float64) []byte {
	var tiff bytes.Buffer
	le := binary.LittleEndian
	put := func(v any) { _ = binary.Write(&tiff, le, v) } // a buffer takes every write
	entry := func(tag, kind uint16, count, value uint32) { put(tag); put(kind); put(count); put(value) }
	const exif, gps, data = 38, 56, 110
	tiff.WriteString("II*\x00")
	put(uint32(8))
	put(uint16(2)) // IFD0: where the others are
	entry(0x8769, 4, 1, exif)
	entry(0x8825, 4, 1, gps)
	put(uint32(0))
	put(uint16(1)) // EXIF: when
	entry(0x9003, 2, 20, data)
	put(uint32(0))
	put(uint16(4)) // GPS: N, latitude, E, longitude
	entry(1, 2, 2, uint32('N'))
	entry(2, 5, 3, data+20)
	entry(3, 2, 2, uint32('E'))
	entry(4, 5, 3, data+44)
	put(uint32(0))
	tiff.WriteString(at + "\x00")
	for _, degrees := range []float64{latitude, longitude} {
		whole, rest := math.Modf(degrees)
		minutes, seconds := math.Modf(rest * 60)
		for _, r := range [][2]uint32{{uint32(whole), 1}, {uint32(minutes), 1}, {uint32(math.Round(seconds * 60_000)), 1000}} {
			put(r)
		}
	}
	var jpeg bytes.Buffer
	jpeg.Write([]byte{0xFF, 0xD8, 0xFF, 0xE1})
	_ = binary.Write(&jpeg, binary.BigEndian, uint16(tiff.Len()+8))
	jpeg.WriteString("Exif\x00\x00")
	jpeg.Write(tiff.Bytes())
	jpeg.Write([]byte{0xFF, 0xD9})
	return jpeg.Bytes()
}
