// Package demo carries the demonstration county: its units, and its workbook
// as a real office keeps it. Place names are public; people and figures are
// made up.
package demo

import _ "embed"

// Units is county-units.json.
//
//go:embed county-units.json
var Units []byte

// Workbook is county-ledger-2026.xlsx.
//
//go:embed county-ledger-2026.xlsx
var Workbook []byte
