import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import type { Search } from '@/shared/ui/ListPage';
import type { Go } from '@/shared/ui/reportFilter';
import { type Analysis, bare, type Grouping, type Report, whole, yi } from './figures';
import { Rows } from './Rows';

type Batch = Analysis['cohorts'][number];

/** Batches compares projects by when they were signed, each after the same time; what has not had that time says so. */
export function Batches(p: { batches: Batch[]; r: Report; by: Grouping; go: Go; filter: Search }) {
  const { t } = useTranslation('report');
  const fair = fairMonth(p.batches);
  const months = p.batches[0]?.started_by.map((c) => c.months) ?? [];
  return (
    <section>
      <div className="sec-head">
        <h2>{headline(t, p.batches, fair)}</h2>
        <span className="more no-print">
          <Segmented
            size="small"
            value={p.by}
            onChange={(cohorts) => p.go({ cohorts })}
            options={['quarter', 'month'].map((k) => ({ value: k, label: t(`batchBy.${k}`) }))}
          />
        </span>
      </div>
      <HorizontalScroll label={t('batch')}>
        <table className="t cohort">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t('batch')}
              </th>
              <th rowSpan={2} scope="col" className="r">
                {t('signedPieces')}
              </th>
              <th rowSpan={2} scope="col" className="r">
                {t('amountYi')}
              </th>
              <th colSpan={months.length} scope="colgroup" className="span">
                {t('startedWithin')}
              </th>
              <th colSpan={4} scope="colgroup" className="span gap">
                {t('now')}
              </th>
            </tr>
            <tr>
              {months.map((m) => (
                <th key={m} scope="col" className={m === fair ? 'same' : ''}>
                  {m}
                </th>
              ))}
              {['started', 'plain', 'terminated', 'waitingNow'].map((k, i) => (
                <th key={k} scope="col" className={i === 0 ? 'r gap' : 'r'}>
                  {t(k)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {p.batches.map((b) => (
              <Line key={b.key} b={b} by={p.by} fair={fair} filter={p.filter} />
            ))}
          </tbody>
          <Total r={p.r} months={months} fair={fair} filter={p.filter} />
        </table>
      </HorizontalScroll>
      <p className="fine">{t('cohortsNote')}</p>
    </section>
  );
}

/** fairMonth is the longest wait that at least three batches, or all, have had. */
function fairMonth(batches: Batch[]): number | undefined {
  const need = Math.min(3, batches.length);
  const known = (m: number) => batches.filter((b) => b.started_by.some((c) => c.months === m && c.started !== null)).length;
  return [15, 12, 9, 6, 3].find((m) => known(m) >= need && need > 0);
}

function headline(t: (k: string, o?: Record<string, unknown>) => string, batches: Batch[], m: number | undefined): string {
  const shares = batches.flatMap((b) => {
    const cell = b.started_by.find((c) => c.months === m);
    return cell?.started === undefined || cell.started === null ? [] : [{ n: b.signed.count, s: cell.started }];
  });
  const first = shares[0];
  if (m === undefined || !first || shares.length < 2) return t('cohorts');
  if (shares.every((x) => x.n === first.n && x.s === first.s)) return t('cohortsSame', { m, k: shares.length, n: first.n, s: first.s });
  // Of a few projects a percentage says more than there is.
  if (shares.some((x) => x.n < 10)) {
    const sum = (k: 'n' | 's') => shares.reduce((a, x) => a + x[k], 0);
    return t('cohortsCounts', { m, k: shares.length, n: sum('n'), s: sum('s') });
  }
  const parts = shares.map((x) => whole(x.s / x.n));
  return t('cohortsRange', { m, l: Math.min(...parts), u: Math.max(...parts) });
}

function Line({ b, by, fair, filter }: { b: Batch; by: Grouping; fair: number | undefined; filter: Search }) {
  const { t } = useTranslation('report');
  const rows = (figure: string, n: React.ReactNode, months?: number) => (
    <Rows filter={filter} title={nameOf(t, b.key)} of={{ figure, by, group: b.key, ...(months ? { months } : {}) }}>
      {n}
    </Rows>
  );
  return (
    <tr>
      <th scope="row">{nameOf(t, b.key)}</th>
      <td className="r">{rows('signed', b.signed.count)}</td>
      <td className="r">{yi(b.signed.amount)}</td>
      {b.started_by.map((c) =>
        c.started === null ? (
          <td key={c.months} className="na">
            {t('notYet')}
          </td>
        ) : (
          <td key={c.months} className={c.months === fair ? 'v same' : 'v'}>
            {rows('started_by', c.started, c.months)}
            <Dots n={c.started} of={b.signed.count} />
            {c.unsure > 0 && <small>{t('unsureStarts', { n: c.unsure })}</small>}
          </td>
        ),
      )}
      <td className="r gap">{rows('started', b.started)}</td>
      <td className="r">{b.rate.value === null ? '—' : `${whole(b.rate.value)} %`}</td>
      <td className="r">{rows('terminated', b.terminated)}</td>
      <td className="r">{rows('waiting', b.waiting)}</td>
    </tr>
  );
}

/** nameOf is a batch's name: 2026年1季度, 2026年1月. */
function nameOf(t: (k: string, o?: Record<string, unknown>) => string, key: string): string {
  const [year, part = ''] = key.split('-');
  if (!year) return t('dayUnknown');
  if (!part) return t('yearOnly', { y: year });
  return part.startsWith('Q') ? t('quarterOf', { y: year, q: part.slice(1) }) : t('monthOf', { y: year, m: Number(part) });
}

/** Dots show so many of so many; a large batch is a bar. */
function Dots({ n, of }: { n: number; of: number }) {
  if (of > 7)
    return (
      <span className="share" aria-hidden="true">
        <i style={{ width: `${(n / of) * 100}%` }} />
      </span>
    );
  return (
    <i className="dots" aria-hidden="true">
      {'●'.repeat(n)}
      <u>{'●'.repeat(of - n)}</u>
    </i>
  );
}

/** Total reads the curve: batches are never averaged. */
function Total({ r, months, fair, filter }: { r: Report; months: number[]; fair: number | undefined; filter: Search }) {
  const { t } = useTranslation('report');
  const at = (m: number) => r.curve.at_months.find((p) => p.months === m && m <= r.curve.longest + 0.02);
  const { total, curve } = r;
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('totalEstimated')}</th>
        <td className="r">{total.signed.count}</td>
        <td className="r">{yi(total.signed.amount)}</td>
        {months.map((m) => {
          const p = at(m);
          return (
            <td key={m} className={m === fair ? 'same' : ''}>
              {p ? (
                <>
                  <Rows filter={filter} of={{ figure: 'started_by', months: m }}>
                    {bare(p.started)}
                  </Rows>{' '}
                  %
                </>
              ) : (
                '—'
              )}
            </td>
          );
        })}
        <td className="r gap">{total.started.count}</td>
        <td className="r">{total.signed.count > 0 ? `${whole(total.started.count / total.signed.count)} %` : '—'}</td>
        <td className="r">{curve.terminated}</td>
        <td className="r">{curve.waiting}</td>
      </tr>
    </tfoot>
  );
}
