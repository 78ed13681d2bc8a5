const cells = (table: Element) => [...table.querySelectorAll<HTMLElement>('tbody .cell')];
const wrong = (cell: Element) => cell.closest('td')?.classList.contains('wrong') ?? false;

/** nextProblem returns the cell with a finding that follows an element of the table, from the top again at its end; none where it is the only one. */
export function nextProblem(from: Element): HTMLElement | undefined {
  const table = from.closest('table');
  const own = from.closest('td');
  if (!table || !own) return undefined;
  const all = cells(table).filter((c) => wrong(c) && c.closest('td') !== own);
  return all.find((c) => own.compareDocumentPosition(c) & Node.DOCUMENT_POSITION_FOLLOWING) ?? all[0];
}

/** neighbour returns the cell to which an arrow key leads, none at the table's edge. */
export function neighbour(from: Element, key: string): HTMLElement | undefined {
  const td = from.closest('td');
  const row = td?.closest('tr');
  if (!td || !row) return undefined;
  const of = (r: Element | undefined, at: number) => r?.children[at]?.querySelector<HTMLElement>('.cell') ?? undefined;
  const rows = [...(row.parentElement?.children ?? [])].filter((r) => r.querySelector('.cell'));
  const n = rows.indexOf(row);
  switch (key) {
    case 'ArrowLeft':
      return of(row, td.cellIndex - 1);
    case 'ArrowRight':
      return of(row, td.cellIndex + 1);
    case 'ArrowUp':
      return of(rows[n - 1], td.cellIndex);
    case 'ArrowDown':
      return of(rows[n + 1], td.cellIndex);
  }
  return undefined;
}
