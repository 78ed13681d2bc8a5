import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Search } from '@/shared/ui/ListPage';

/** ListLink is a number that opens its projects in the list. The list shows the present state, so a number of another day is no link. */
export function ListLink({ search, children }: { search: Search; children: ReactNode }) {
  const { as_of, effective, rule, late_entry, ...rest } = search;
  if (as_of || effective) return <>{children}</>;
  return (
    <Link to="/projects" search={rest} className="figure">
      {children}
    </Link>
  );
}
