package library

import (
	"context"

	"sangu/api/kit"
	"sangu/domain"
	"sangu/domain/library"
)

type industryOut struct {
	Code        string `json:"code" required:"true"`
	Name        string `json:"name" required:"true"`
	Section     string `json:"section" required:"true"`
	SectionName string `json:"section_name" required:"true"`
}

type industriesOut struct {
	Items []industryOut `json:"items" required:"true"`
}

// ListIndustries serves the divisions of GB/T 4754-2017.
func (a *API) ListIndustries(_ context.Context, _ domain.Actor, _ struct{}) (industriesOut, error) {
	return industriesOut{kit.Each(library.Industries(), func(i library.Industry) industryOut {
		return industryOut{Code: i.Code, Name: i.Name, Section: i.Section, SectionName: i.SectionName}
	})}, nil
}

// industryName returns "C39 计算机、通信和其他电子设备制造业", or "" for none.
func industryName(code string) string {
	i, ok := library.IndustryByCode(code)
	if !ok {
		return ""
	}
	return i.Section + i.Code + " " + i.Name
}
