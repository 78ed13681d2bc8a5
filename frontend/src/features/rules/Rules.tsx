import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Help } from '@/shared/ui/Help';
import type { Search } from '@/shared/ui/ListPage';
import { Colours } from './Colours';
import { Counting } from './Counting';
import { Gates } from './Gates';
import { Limits } from './Limits';
import { SchemeRules } from './SchemeRules';

/** Rules shows by what figures are counted, what a stage needs, and when a light turns; the office changes them here. */
export default function Rules() {
  const { t } = useTranslation('rules');
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('title')}
          <Help topic="rule" />
        </h1>
      </div>
      <Tabs
        activeKey={search.tab ?? 'counting'}
        onChange={(tab) => navigate({ to: '.', search: { tab } })}
        destroyOnHidden
        items={[
          { key: 'counting', label: t('counting'), children: <Counting /> },
          { key: 'gates', label: t('gates'), children: <Gates /> },
          { key: 'colours', label: t('colours'), children: <Colours /> },
          { key: 'scheme', label: t('scheme'), children: <SchemeRules /> },
          { key: 'limits', label: t('suspicion:limits'), children: <Limits /> },
        ]}
      />
    </div>
  );
}
