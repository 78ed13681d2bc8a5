import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useThingsDue } from '@/features/recruit/desk';
import { useMay, useMe } from '@/shared/session/me';
import { SanguSign } from '@/shared/ui/SanguSign';
import { groups, isAt } from '../places';

/** Nav is the menu: places by the trade's words, which stand upright like the first column of a ledger. */
export function Nav() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const path = useLocation({ select: (l) => l.pathname });
  const due = useThingsDue();
  const seen = groups
    .map((g) => ({ ...g, places: g.places.filter((p) => p.right === '' || may(p.right)) }))
    .filter((g) => g.places.length > 0);
  return (
    <nav className="nav" aria-label={t('menu')}>
      <Link to="/" className="brand" aria-label={`${t('app')} ${me?.county_name ?? ''}`}>
        <SanguSign />
        <b>{t('app')}</b> <small>{me?.county_name}</small>
      </Link>
      {seen.map((g) => (
        <div
          key={g.gutter}
          className={`nav-group ${g.gutter === 'system' ? 'foot' : ''} ${g.places.some((p) => isAt(path, p)) ? 'now' : ''}`}
        >
          <span className="gutter">{g.gutter && t(`nav:${g.gutter}`)}</span>
          <ul>
            {g.places.map((p) => (
              <li key={p.to}>
                <Link to={p.to} className="nav-link" activeOptions={{ exact: p.to === '/', includeSearch: false }}>
                  {t(`nav:${p.label}`)}
                  {p.to === '/' && due > 0 && <span className="nav-count">{due}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
