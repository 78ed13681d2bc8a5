import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { percent } from '@/shared/lib/format';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import type { Search } from '@/shared/ui/ListPage';
import type { Go } from '@/shared/ui/reportFilter';
import { type Grouping, type Report, yi } from './figures';
import { Rows } from './Rows';

type Group = Report['total'];

export const groupings = ['unit', 'leader', 'chain', 'channel', 'month'] as const;

const figures = ['fulfilling', 'started', 'in_production', 'terminated'] as const;

/** Groups lists units, leaders, chains, channels or months with how far their signings came; claimed and confirmed apart. */
export function Groups({ r, by, go, filter }: { r: Report; by: Grouping; go: Go; filter: Search }) {
  const { t } = useTranslation('report');
  return (
    <section className="wide">
      <div className="sec-head">
        <h2>{t('groups')}</h2>
        <span className="more no-print">
          <Segmented
            size="small"
            value={by}
            onChange={(v) => go({ by: v })}
            options={groupings.map((g) => ({ value: g, label: t(`groupBy.${g}`) }))}
          />
        </span>
      </div>
      <HorizontalScroll label={t('groups')}>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t(`groupBy.${by}`)}</th>
              {['signedPieces', 'confirmed', 'amountYi', ...figures, 'plainStart', 'shrunk'].map((k) => (
                <th key={k} scope="col" className="r">
                  {t(k)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {r.groups.map((g) => (
              <Line key={g.key} g={g} by={by} filter={filter} />
            ))}
          </tbody>
        </table>
      </HorizontalScroll>
      <p className="fine">{t('groupsNote')}</p>
    </section>
  );
}

function Line({ g, by, filter }: { g: Group; by: Grouping; filter: Search }) {
  const { t } = useTranslation('report');
  const name = by === 'channel' && g.key ? t(`enums:channel.${g.key}`) : g.name || t('notSaid');
  const rows = (figure: string, n: number) => (
    <Rows filter={filter} title={name} of={{ figure, by, group: g.key }}>
      {n}
    </Rows>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="r">{rows('signed', g.signed.count)}</td>
      <td className="r">{rows('signed_confirmed', g.signed_confirmed.count)}</td>
      <td className="r">{yi(g.signed.amount)}</td>
      {figures.map((k) => (
        <td key={k} className="r">
          {rows(k, g[k].count)}
        </td>
      ))}
      <td className="r">{percent(g.shrunk === null ? null : g.started.count / g.signed.count)}</td>
      <td className="r">{g.shrunk === null ? <span className="na">{t('tooFew')}</span> : percent(g.shrunk)}</td>
    </tr>
  );
}
