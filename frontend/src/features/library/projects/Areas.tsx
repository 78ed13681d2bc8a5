import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { Light } from '@/shared/ui/Light';
import { Amount } from '@/shared/ui/list/Cells';
import type { Search } from '@/shared/ui/list/types';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import '@/shared/ui/switch.css';

type Group = Schemas['GroupOut'];
type Measure = 'total' | 'count';

const lights = ['red', 'yellow', 'green', 'none'] as const;

/** Areas ranks 乡镇 and 园区 by what a filter's projects come to there, with their lights; every figure opens its rows. */
export default function Areas({ terms }: { terms: Search }) {
  const { t } = useTranslation('project');
  const [measure, setMeasure] = useState<Measure>('total');
  const { sort: _, ...filter } = terms;
  const areas = useQuery({
    queryKey: ['projects', 'areas', filter],
    queryFn: async () => must(await api.GET('/projects/groups', { params: { query: { ...filter, by: 'host', with_lights: true } } })).items,
    placeholderData: (before) => before,
  });
  if (areas.isPending) return <Loading />;
  if (areas.isError) return <Failed error={areas.error} retry={() => areas.refetch()} />;
  if (areas.data.length === 0) return <Nothing />;
  const ranked = [...areas.data].sort((a, b) => Number(a.key === '') - Number(b.key === '') || b[measure] - a[measure]);
  const most = Math.max(...ranked.map((g) => g[measure]), 1);
  return (
    <div className="areas">
      <div className="areas-head">
        <p className="small muted">{t('area.note', { n: ranked.filter((g) => g.key !== '').length })}</p>
        <fieldset className="switch" aria-label={t('area.by')}>
          {(['total', 'count'] as const).map((m) => (
            <button key={m} type="button" aria-pressed={m === measure} onClick={() => setMeasure(m)}>
              {t(`area.${m}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <table>
        <caption className="heard">{t('area.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('host')}</th>
            <th scope="col">{t('area.scale')}</th>
            <th scope="col" className="r">
              {t('list:inWan', { name: t('total') })}
            </th>
            <th scope="col" className="r">
              {t('area.projects')}
            </th>
            <th scope="col">{t('light')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((g) => (
            <Area key={g.key} g={g} share={g[measure] / most} filter={filter} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Area({ g, share, filter }: { g: Group; share: number; filter: Search }) {
  const { t } = useTranslation('project');
  const name = g.name || t('without.host');
  const rows = { ...filter, ...g.query };
  return (
    <tr>
      <th scope="row">
        <Link to="/projects" search={rows} className="link">
          {name}
        </Link>
      </th>
      <td className="scale">
        <span className="scale-bar" style={{ width: `${Math.max(share * 100, 0.5)}%` }} />
      </td>
      <td className="r">
        <Amount yuan={g.total} />
      </td>
      <td className="r">
        <Link to="/projects" search={rows} className="figure num">
          {g.count}
        </Link>
      </td>
      <td>
        <span className="area-lights">
          {lights.map((colour) => {
            const n = g.lights?.[colour] ?? 0;
            return (
              n > 0 && (
                <Link key={colour} to="/projects" search={{ ...rows, light: colour }}>
                  <Light colour={colour} /> <span className="num">{n}</span>
                </Link>
              )
            );
          })}
        </span>
      </td>
    </tr>
  );
}
