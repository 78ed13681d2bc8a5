import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import type { Search } from '@/shared/ui/ListPage';
import { Trend } from './Trend';
import '@/shared/ui/chart/charts.css';

type Ratios = Schemas['RatiosOut'];

export const names = ['intent', 'small', 'general', 'extensive'] as const;
export type RatioName = (typeof names)[number];

/** times is how many times one side is the other; 0 is a true one. */
export function times(v: number | null): string {
  if (v === null) return '—';
  if (v === 0) return '0';
  return v < 0.005 ? '< 0.01' : v.toFixed(2);
}

/** RatioTrend is 四多四少 at eight quarter ends and now, drawn or as a table; the address keeps which. */
export function RatioTrend({ trend, search, go }: { trend: Ratios[]; search: Search; go: (next: Search) => void }) {
  const { t } = useTranslation('figures');
  const by = search.by === 'amount' ? 'amount' : 'count';
  const table = search.view === 'table';
  const lines = names.map((key) => ({ key, name: t(`ratio.${key}`), values: trend.map((r) => r[key][by].value) }));
  const words = lines.map((l) => `${l.name} ${times(l.values.at(-1) ?? null)}`).join('; ');
  return (
    <>
      <div className="actions trend-head">
        <h3>{t('eightQuarters')}</h3>
        <span className="actions no-print">
          <Segmented
            size="small"
            value={by}
            onChange={(v) => go({ by: v === 'count' ? undefined : v })}
            options={[
              { value: 'count', label: t('byCount') },
              { value: 'amount', label: t('byAmount') },
            ]}
          />
          <Segmented
            size="small"
            value={table ? 'table' : 'chart'}
            onChange={(v) => go({ view: v === 'table' ? v : undefined })}
            options={[
              { value: 'chart', label: t('common:chart') },
              { value: 'table', label: t('common:table') },
            ]}
          />
        </span>
      </div>
      {table ? (
        <Table trend={trend} lines={lines} />
      ) : (
        <Trend days={trend.map((r) => r.on)} lines={lines} say={times} label={`${t('eightQuarters')}: ${words}`} />
      )}
    </>
  );
}

function Table({ trend, lines }: { trend: Ratios[]; lines: { key: string; name: string; values: (number | null)[] }[] }) {
  const { t } = useTranslation('figures');
  return (
    <HorizontalScroll label={t('eightQuarters')}>
      <table className="rates" aria-label={t('eightQuarters')}>
        <thead>
          <tr>
            <th>{t('fourRatios')}</th>
            {trend.map((r) => (
              <th key={r.on} className="num">
                {r.on}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((l) => (
            <tr key={l.key}>
              <td className="whole">{l.name}</td>
              {trend.map((r, i) => (
                <td key={r.on} className="num">
                  {times(l.values[i] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </HorizontalScroll>
  );
}
