import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { Search } from './types';

const phone = '(max-width: 760px)';

/** useOpenRow keeps in the address which row's drawer is open; on a phone, and for a list without drawers, a row opens its page. */
export function useOpenRow(search: Search, path: string | undefined, docked: boolean, setNow: (id: string) => void) {
  const navigate = useNavigate();
  const id = docked ? search.open : undefined;
  const set = (open: string | undefined) =>
    void navigate({ to: '.', search: (s: Search) => ({ ...s, open }), replace: id !== undefined, resetScroll: false });
  const page = (to: string) => void navigate({ to: `${path}/${to}` });
  const focus = (row: string) =>
    [...document.querySelectorAll<HTMLElement>(`[data-row="${row}"]`)].find((r) => r.checkVisibility())?.focus();
  // A pasted link shows which row it is of.
  const first = useRef(setNow);
  useEffect(() => {
    if (id) first.current(id);
  }, [id]);
  return {
    id,
    open: (to: string) => (docked && !window.matchMedia(phone).matches ? set(to) : path && page(to)),
    go: (to: string) => {
      set(to);
      focus(to);
    },
    close: () => {
      if (!id) return;
      set(undefined);
      focus(id);
    },
    /** click is a press on a row: what is inside it keeps its own, but the record's own link opens the drawer too; with Ctrl or the middle button it is a page of its own. */
    click: (row: string, e: MouseEvent<HTMLElement>) => {
      if (!docked || !path || !(e.target instanceof Element)) return;
      const link = e.target.closest('a');
      const own = link?.getAttribute('href')?.split('?')[0] === `${path}/${row}`;
      if (e.target.closest('button, input, label, .box') || (link && !own)) return;
      if (e.button === 1 || e.ctrlKey || e.metaKey) {
        if (!link) window.open(`${path}/${row}`, '_blank', 'noopener');
        return;
      }
      if (e.button !== 0 || e.shiftKey || e.altKey || window.matchMedia(phone).matches) return;
      e.preventDefault();
      e.stopPropagation();
      e.currentTarget.focus();
      set(row);
    },
  };
}
