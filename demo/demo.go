// Package demo carries the demonstration county: its units, its workbook as a
// real office keeps it, and what its people did in the weeks before today.
// Place names are public; people, firms and figures are made up.
package demo

import _ "embed"

// Units is county-units.json.
//
//go:embed county-units.json
var Units []byte

// WorkbookDay is the day up to which the workbook tells.
const WorkbookDay = "2026-09-26"

// Workbook is county-ledger-2026.xlsx.
//
//go:embed county-ledger-2026.xlsx
var Workbook []byte

// Scenario is scenario.json: a story in days counted from today.
//
//go:embed scenario.json
var Scenario []byte
