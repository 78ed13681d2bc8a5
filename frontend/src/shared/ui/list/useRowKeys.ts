import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '@/shared/lib/keys';
import { type Picked, rowsOnScreen } from './selection';

type Props = {
  path?: string;
  mayEdit?: boolean;
  toggle?: (row: Picked) => void;
  clear?: () => void;
  /** open opens a row beside its list; without it the page of its own. */
  open?: (id: string) => void;
  /** onMove is told of the row that is moved to. */
  onMove?: (id: string) => void;
  /** more loads the next page when the last row is passed. */
  more?: () => void;
};

/** useRowKeys moves a row focus by j and k, opens by Enter, its page by o, ticks by x and edits by e. */
export function useRowKeys(p: Props) {
  const navigate = useNavigate();
  const [id, setId] = useState<string>();
  const move = (step: 1 | -1) => () => {
    const all = rowsOnScreen();
    const at = all.findIndex((r) => r.dataset.row === id);
    const to = Math.min(Math.max(at + step, 0), all.length - 1);
    const next = all[to];
    if (!next) return;
    if (to === at && step === 1) p.more?.();
    setId(next.dataset.row);
    next.focus();
    if (next.dataset.row) p.onMove?.(next.dataset.row);
  };
  const open = (search?: { edit: string }) =>
    p.path !== undefined && id !== undefined ? () => void navigate({ to: `${p.path}/${id}`, ...(search ? { search } : {}) }) : undefined;
  const enter = id !== undefined && p.open ? () => p.open?.(id) : open();
  const tick = () => {
    const row = rowsOnScreen().find((r) => r.dataset.row === id);
    if (row && id !== undefined) p.toggle?.({ id, version: Number(row.dataset.version) });
  };
  useKeys({
    j: move(1),
    k: move(-1),
    ArrowDown: id !== undefined ? move(1) : undefined,
    ArrowUp: id !== undefined ? move(-1) : undefined,
    Enter: enter && (() => onRow() && enter()),
    o: open(),
    e: p.mayEdit ? open({ edit: '1' }) : undefined,
    x: p.toggle && id !== undefined ? tick : undefined,
    Escape: p.clear,
  });
  return { now: id, setNow: setId };
}

// Enter on a link or a button inside a row is theirs.
function onRow() {
  const at = document.activeElement;
  return at === document.body || (at?.closest('[data-row]') != null && !at.closest('a, button'));
}
