import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTargetBreakdown } from '@/features/reporting/targets';
import type { Schemas } from '@/shared/api/client';
import type { Search } from '@/shared/ui/ListPage';
import { useShare } from '@/shared/ui/useShare';
import { Starts } from './charts/Starts';
import { Section, TableSwitch, useTable } from './Section';

type Data = Schemas['CockpitOut'];

/** StartsPart shows how many starts are expected by the end of the year, and how that is estimated. */
export function StartsPart({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  const [table] = useTable('starts');
  const handed = useTargetBreakdown();
  const o = c.outlook;
  const down = c.allotments.find((a) => a.indicator === 'started');
  // A chart of nothing, of which nothing is foreseen, would be a blank.
  const nothing = o.started_so_far === 0 && !o.known && o.target === null;
  const say = [
    t('starts.say', { s: o.started_so_far }),
    o.known && t('starts.sayExpected', { n: Math.round(o.expected), l: o.low, h: o.high }),
    o.target !== null && t('starts.sayTarget', { n: o.target }),
  ]
    .filter(Boolean)
    .join(t('comma'));
  return (
    <Section
      className="part-starts"
      title={t('starts.title')}
      beside={
        <>
          {t('starts.left', { d: c.days_left, w: c.workdays_left })} {!nothing && <TableSwitch name="starts" />}
        </>
      }
    >
      {nothing && <p>{t('starts.none') + t('stop')}</p>}
      {!nothing && (table ? <StartsTable o={o} label={say} /> : <Starts on={c.on} o={o} label={say} />)}
      <p className="fine">
        <How o={o} />{' '}
        <Link to="/conversion" search={search} className="whole">
          {t('starts.howLink')}
        </Link>
      </p>
      {down && <p className="fine">{handed(down, false) + t('stop')}</p>}
    </Section>
  );
}

/** How explains how the estimate was made, or why there is none. */
function How({ o }: { o: Data['outlook'] }) {
  const { t } = useTranslation('cockpit');
  const share = useShare();
  const chance = (p: number) => t(`starts.${p === 0 ? 'chanceNone' : p < 0.01 || p > 0.99 ? 'chanceWords' : 'chance'}`, { p: share(p) });
  if (!o.known) return <>{`${t('tooFew')}${t('stop')}`}</>;
  const first = [t('starts.how'), o.chance_of_target !== null && chance(o.chance_of_target)];
  const then = [
    o.without_like > 0 && t('starts.without', { x: o.without_like }),
    o.ahead.some((p) => p.indicative) && t('starts.dashed'),
    t('starts.winter'),
  ];
  const sentence = (parts: (string | false)[]) => parts.filter(Boolean).join(t('comma')) + t('stop');
  return <>{sentence(first) + then.filter(Boolean).join(t('semi')) + t('stop')}</>;
}

function StartsTable({ o, label }: { o: Data['outlook']; label: string }) {
  const { t } = useTranslation('cockpit');
  return (
    <div className="scroll-x">
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            <th>{t('starts.on')}</th>
            <th>{t('starts.kind')}</th>
            <th className="num">{t('starts.sum')}</th>
            <th className="num">{t('starts.low')}</th>
            <th className="num">{t('starts.high')}</th>
          </tr>
        </thead>
        <tbody>
          {o.starts.map((s) => (
            <tr key={s.on}>
              <td>{s.on}</td>
              <td>{t('starts.done')}</td>
              <td className="num">{s.sum}</td>
              <td className="num">—</td>
              <td className="num">—</td>
            </tr>
          ))}
          {o.ahead.map((p) => (
            <tr key={`ahead${p.on}`}>
              <td>{p.on}</td>
              <td>{t(p.indicative ? 'starts.indicative' : 'starts.ahead')}</td>
              <td className="num">{p.expected.toFixed(1)}</td>
              <td className="num">{p.low}</td>
              <td className="num">{p.high}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
