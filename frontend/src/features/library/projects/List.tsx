import { useSearch } from '@tanstack/react-router';
import type { Search } from '@/shared/ui/ListPage';
import { Projects } from './Projects';
import './projects.css';

/** List is 招商项目库 as the address has it: a table, or the same filter in another shape. */
export default function List() {
  const search: Search = useSearch({ strict: false });
  return <Projects shape={['calendar', 'area'].find((s) => s === search.shape) ?? 'table'} />;
}
