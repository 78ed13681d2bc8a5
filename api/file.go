package api

import (
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"sangu/domain"

	"github.com/gin-gonic/gin"
)

// fileOut is a file that the browser saves.
type fileOut struct {
	name, media string
	body        []byte
}

func (f fileOut) Respond(c *gin.Context) {
	c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.name}))
	c.Data(http.StatusOK, f.media, f.body)
}

func readUpload(h *multipart.FileHeader) ([]byte, error) {
	f, err := h.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// wan is an amount in 万元, as papers print it.
func wan(y domain.Yuan) float64 { return float64(y) / float64(domain.Wan) }

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
