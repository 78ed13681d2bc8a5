import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Search } from '@/shared/ui/ListPage';
import '@/shared/ui/switch.css';

/** Views leads between the table and the board of the same filter. */
export function Views({ search }: { search: Search }) {
  const { t } = useTranslation('project');
  const kept = { ...search, new: undefined, open: undefined, cursor: undefined };
  const options = { exact: true, includeSearch: false };
  return (
    <nav className="switch" aria-label={t('views')}>
      <Link to="/projects" search={kept} activeOptions={options}>
        {t('asTable')}
      </Link>
      <Link to="/board" search={kept} activeOptions={options}>
        {t('asBoard')}
      </Link>
    </nav>
  );
}
