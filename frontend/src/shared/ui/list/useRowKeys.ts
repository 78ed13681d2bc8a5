import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '@/shared/lib/keys';

type Props = {
  ids: string[];
  path?: string;
  mayEdit?: boolean;
  toggle?: (id: string) => void;
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
  const at = id === undefined ? -1 : p.ids.indexOf(id);
  const move = (step: 1 | -1) => () => {
    const to = Math.min(Math.max(at + step, 0), p.ids.length - 1);
    const next = p.ids[to];
    if (next === undefined) return;
    if (to === at && step === 1) p.more?.();
    setId(next);
    const rows = [...document.querySelectorAll<HTMLElement>(`[data-row="${next}"]`)];
    rows.find((r) => r.checkVisibility())?.focus();
    p.onMove?.(next);
  };
  const open = (search?: { edit: string }) =>
    p.path !== undefined && at >= 0 ? () => void navigate({ to: `${p.path}/${id}`, ...(search ? { search } : {}) }) : undefined;
  const enter = at >= 0 && id !== undefined && p.open ? () => p.open?.(id) : open();
  useKeys({
    j: move(1),
    k: move(-1),
    ArrowDown: at >= 0 ? move(1) : undefined,
    ArrowUp: at >= 0 ? move(-1) : undefined,
    Enter: enter && (() => onRow() && enter()),
    o: open(),
    e: p.mayEdit ? open({ edit: '1' }) : undefined,
    x: p.toggle && at >= 0 && id !== undefined ? () => p.toggle?.(id) : undefined,
    Escape: p.clear,
  });
  return { now: id, setNow: setId };
}

// Enter on a link or a button inside a row is theirs.
function onRow() {
  const at = document.activeElement;
  return at === document.body || (at?.closest('[data-row]') != null && !at.closest('a, button'));
}
