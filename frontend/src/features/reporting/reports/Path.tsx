import { useTranslation } from 'react-i18next';
import { percent } from '@/shared/lib/format';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import type { Search } from '@/shared/ui/ListPage';
import { type Analysis, yi } from './figures';
import { Rows } from './Rows';

type Step = Analysis['path'][number];

/** Path shows how many came how far on the whole way, what was lost at each step and how long it takes. */
export function Path({ path, filter }: { path: Step[]; filter: Search }) {
  const { t } = useTranslation('report');
  const most = Math.max(1, ...path.map((s) => s.reached.count));
  const slowest = slowestOf(path);
  return (
    <section className="wide">
      <div className="sec-head">
        <h2>
          {slowest
            ? t('pathSlowest', { a: t(`enums:stage.${slowest.from}`), b: t(`enums:stage.${slowest.to}`), d: slowest.days })
            : t('funnel')}
        </h2>
        <span className="more">{t('pathBasis')}</span>
      </div>
      <HorizontalScroll label={t('funnel')}>
        <table className="t path">
          <thead>
            <tr>
              {['stage', '', 'reached', 'amountYi', 'ofBefore', 'medianDays', 'middleHalf', 'standing', 'standingAmount'].map((k, i) => (
                <th key={k || 'bar'} scope="col" className={i > 1 ? 'r' : ''}>
                  {k && t(k)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {path.map((s, i) => (
              <Line key={s.stage} s={s} last={i === path.length - 1} most={most} filter={filter} />
            ))}
          </tbody>
        </table>
      </HorizontalScroll>
      <p className="fine">{t('pathNote')}</p>
    </section>
  );
}

/** slowestOf is the step of longest median before production, where half have gone on. */
function slowestOf(path: Step[]) {
  let out: { from: string; to: string; days: number } | undefined;
  for (const [i, s] of path.entries()) {
    const next = path[i + 1];
    if (next && s.median_days !== null && s.median_days > (out?.days ?? 0)) out = { from: s.stage, to: next.stage, days: s.median_days };
  }
  return out;
}

function Line({ s, last, most, filter }: { s: Step; last: boolean; most: number; filter: Search }) {
  const { t } = useTranslation('report');
  const strong = s.stage === 'SIGNED' || s.stage === 'STARTED';
  const days = (d: number | null) => (d === null ? '…' : d);
  return (
    <tr>
      <th scope="row">{t(`enums:stage.${s.stage}`)}</th>
      <td className="bar-cell" aria-hidden="true">
        <i className={strong ? 'strong' : ''} style={{ width: `${(s.reached.count / most) * 100}%` }} />
      </td>
      <td className="r">
        <Rows filter={filter} of={{ figure: 'path', stage: s.stage }}>
          {s.reached.count}
        </Rows>
      </td>
      <td className="r">{s.reached.count > 0 ? yi(s.reached.amount) : '—'}</td>
      <td className="r">{percent(s.of_before.value)}</td>
      <td className="r">
        {last ? '' : s.median_days === null ? <span className="na">{t(s.n < 10 ? 'tooFew' : 'notHalf')}</span> : <Median s={s} />}
      </td>
      <td className="r">
        {last || (s.quarter_days === null && s.three_quarter_days === null) ? '' : `${days(s.quarter_days)}—${days(s.three_quarter_days)}`}
      </td>
      <td className="r">
        <Rows filter={filter} of={{ figure: 'standing', stage: s.stage }}>
          {s.now.count}
        </Rows>
      </td>
      <td className="r">{s.now.count > 0 ? yi(s.now.amount) : '—'}</td>
    </tr>
  );
}

/** Median is the middle wait, with the range that inexact days allow. */
function Median({ s }: { s: Step }) {
  const { t } = useTranslation('report');
  if (s.inexact === 0) return s.median_days;
  return (
    <>
      {s.median_days} <small>{t('medianRange', { from: s.median_from, to: s.median_to ?? '…' })}</small>
    </>
  );
}
