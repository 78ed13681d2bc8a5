package scenario

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"unicode/utf16"
)

// paper makes a one-page PDF that says the lines. Its font is one that every
// reader of Chinese PDF has, so nothing is embedded; the same lines give the
// same bytes.
func paper(lines []string) []byte {
	var text strings.Builder
	text.WriteString("BT /F1 20 Tf 72 760 Td 34 TL\n")
	for i, l := range lines {
		if i == 1 {
			text.WriteString("/F1 12 Tf 24 TL\n")
		}
		text.WriteString("<")
		for _, u := range utf16.Encode([]rune(l)) {
			fmt.Fprintf(&text, "%04X", u)
		}
		text.WriteString("> Tj T*\n")
	}
	text.WriteString("ET")
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", text.Len(), text.String()),
		"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW " +
			"1000/FontDescriptor 7 0 R>>",
		"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight " +
			"880/StemV 93>>",
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj%s endobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return out.Bytes()
}

// picture draws a building site, another one for each number: sky, ground, and
// a frame that has grown so far.
func picture(n int) ([]byte, error) {
	const width, height, ground = 480, 320, 220
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	fill := func(x0, y0, x1, y1 int, c color.RGBA) {
		for y := max(0, y0); y < min(height, y1); y++ {
			for x := max(0, x0); x < min(width, x1); x++ {
				img.SetRGBA(x, y, c)
			}
		}
	}
	fill(0, 0, width, ground, color.RGBA{R: 188, G: 208, B: 224, A: 255})
	fill(0, ground, width, height, color.RGBA{R: 150, G: 128, B: 100, A: 255})
	for column := range 5 {
		tall := 40 + (n*37+column*53)%120
		x := 50 + column*80
		fill(x, ground-tall, x+14, ground+8, color.RGBA{R: 110, G: 112, B: 116, A: 255})
		fill(x, ground-tall, x+80, ground-tall+8, color.RGBA{R: 130, G: 132, B: 136, A: 255})
	}
	fill(20+n*11%60, ground+30, 120+n*11%60, ground+56, color.RGBA{R: 206, G: 158, B: 54, A: 255})
	var out bytes.Buffer
	err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 80})
	return out.Bytes(), err
}
