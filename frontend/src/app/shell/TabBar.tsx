import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Icon } from '@/shared/ui/Icon';
import { QuickAdd } from './QuickAdd';

/** TabBar is the menu of a phone, under the thumb: today, projects, a quick note, figures, oneself. */
export function TabBar({ search }: { search: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const tab = (to: string, icon: 'today' | 'list' | 'figures' | 'person', label: string) => (
    <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
      <Icon name={icon} size={24} />
      {t(`nav:${label}`)}
    </Link>
  );
  return (
    <nav className="tabbar" aria-label={t('nav:tabs')}>
      {tab('/', 'today', 'today')}
      {may('project.read') ? tab('/projects', 'list', 'tabProjects') : tab('/people', 'list', 'people')}
      <QuickAdd search={search} />
      {may('report.read') ? tab('/cockpit', 'figures', 'tabFigures') : may('audit.read') && tab('/audit', 'figures', 'audit')}
      {tab('/account', 'person', 'mine')}
    </nav>
  );
}
