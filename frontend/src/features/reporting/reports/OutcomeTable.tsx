import { useTranslation } from 'react-i18next';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import { bare, type Report } from './figures';

/** OutcomeTable is the picture in figures: each month at which something happened, or, of a long history, the months of the axis. */
export function OutcomeTable({ c }: { c: Report['curve'] }) {
  const { t } = useTranslation('report');
  const rows = c.points.length <= 36 ? c.points : c.at_months;
  const since = (i: number, pick: 'started_count' | 'ended_count') => (rows[i]?.[pick] ?? 0) - (rows[i - 1]?.[pick] ?? 0) || '—';
  return (
    <HorizontalScroll label={t('curve')}>
      <table className="t">
        <caption className="sr">{t('curve')}</caption>
        <thead>
          <tr>
            {['months', 'waitedBefore', 'startedHere', 'endedHere', 'waitingShare', 'startedShare', 'interval95', 'endedShare'].map(
              (k, i) => (
                <th key={k} scope="col" className={i === 0 ? '' : 'r'}>
                  {t(k)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((p, i) => (
            <tr key={p.months} className={p.indicative ? 'mute' : ''}>
              <th scope="row" className="num">
                {Number.isInteger(p.months) ? p.months : p.months.toFixed(1)}
              </th>
              <td className="r">{p.at_risk}</td>
              <td className="r">{since(i, 'started_count')}</td>
              <td className="r">{since(i, 'ended_count')}</td>
              <td className="r">{bare(p.waiting)}</td>
              <td className="r">
                <b>{bare(p.started)}</b>
              </td>
              <td className="r">{p.lower !== null && p.upper !== null ? `${bare(p.lower)}—${bare(p.upper)}` : '—'}</td>
              <td className="r">{bare(p.terminated)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">{t('indicativeNote')}</p>
    </HorizontalScroll>
  );
}
