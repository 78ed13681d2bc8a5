import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Search } from '@/shared/ui/ListPage';

/** Listed is a number that opens its projects in the list. The list shows what stands now: of another day the number stays a number. */
export function Listed({ search, children }: { search: Search; children: ReactNode }) {
  const { as_of, effective, rule, late_entry, ...rest } = search;
  if (as_of || effective) return <>{children}</>;
  return (
    <Link to="/projects" search={rest} className="figure">
      {children}
    </Link>
  );
}
