import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Help } from '@/shared/ui/Help';
import type { Search } from '@/shared/ui/ListPage';
import { Colours } from './Colours';
import { Counting } from './Counting';
import { Gates } from './Gates';
import { Limits } from './Limits';
import { SchemeRules } from './SchemeRules';
import './rules.css';

const parts = [
  { tab: 'counting', label: 'counting', Part: Counting },
  { tab: 'gates', label: 'gates', Part: Gates },
  { tab: 'colours', label: 'colours', Part: Colours },
  { tab: 'scheme', label: 'scheme', Part: SchemeRules },
  { tab: 'limits', label: 'suspicion:limits', Part: Limits },
];

/** Rules shows by what figures are counted, what a stage needs, when a light turns, and from where on a figure is asked about; the office changes them here. */
export default function Rules() {
  const { t } = useTranslation(['rules', 'suspicion']);
  const search: Search = useSearch({ strict: false });
  const { tab, Part } = parts.find((p) => p.tab === search.tab) ?? { tab: 'counting', Part: Counting };
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('title')}
          <Help topic="rule" />
        </h1>
      </div>
      <nav className="rule-parts" aria-label={t('title')}>
        {parts.map((p) => (
          <Link key={p.tab} to="/rules" search={{ tab: p.tab }} aria-current={p.tab === tab ? 'page' : undefined}>
            {t(p.label)}
          </Link>
        ))}
      </nav>
      <Part />
    </div>
  );
}
