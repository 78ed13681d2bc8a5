package kit

import (
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"

	"github.com/gin-gonic/gin"

	"sangu/domain"
)

// Media types of the files that the product makes.
const (
	XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)

// FileOut is a file that the browser saves.
type FileOut struct {
	Name, Media string
	Body        []byte
}

// Respond writes the file.
func (f FileOut) Respond(c *gin.Context) {
	c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	c.Data(http.StatusOK, f.Media, f.Body)
}

// ReadUpload returns the bytes of an uploaded file.
func ReadUpload(h *multipart.FileHeader) ([]byte, error) {
	f, err := h.Open()
	if err != nil {
		return nil, fmt.Errorf("open upload: %w", err)
	}
	defer f.Close()
	body, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("read upload: %w", err)
	}
	return body, nil
}

// Wan returns an amount in 万元, as papers print it.
func Wan(y domain.Yuan) float64 { return float64(y) / float64(domain.Wan) }
