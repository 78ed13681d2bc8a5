import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Search } from '@/shared/ui/ListPage';

/** Section is a part of the page with its heading and what stands beside it. */
export function Section(p: { title: ReactNode; beside?: ReactNode; className: string; id?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={`part ${p.className}`} aria-labelledby={id} id={p.id}>
      <div className="part-head">
        <h3 id={id}>{p.title}</h3>
        <span className="part-beside">{p.beside}</span>
      </div>
      {p.children}
    </section>
  );
}

/** useTable reports whether a chart is shown as a table, as the address has it: by itself, or with all others. */
export function useTable(name: string): [boolean, (on: boolean) => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const on = search.table === name || search.table === 'all';
  return [on, (to) => void navigate({ to: '.', search: { ...search, table: to ? name : undefined }, replace: true })];
}

/** TableSwitch turns one chart into its table and back. */
export function TableSwitch({ name }: { name: string }) {
  const { t } = useTranslation('cockpit');
  const [on, set] = useTable(name);
  return (
    <button type="button" className="as-table no-print" aria-pressed={on} onClick={() => set(!on)}>
      {t(on ? 'asChart' : 'asTable')}
    </button>
  );
}
