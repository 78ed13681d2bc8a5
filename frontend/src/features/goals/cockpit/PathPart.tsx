import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { percent } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { Path, type Step } from './charts/Path';
import { Section, TableSwitch, useTable } from './Section';
import { sinceOf } from './window';

// The steps a leader asks about; the table has all twelve.
const drawn = ['LEAD', 'QUALIFIED', 'NEGOTIATING', 'INTENT', 'SIGNED', 'STARTED', 'IN_PRODUCTION'];

/** PathPart is the way from lead to production, with the plain rate beside the one that allows for waiting. */
export function PathPart({ c, search }: { c: Schemas['CockpitOut']; search: Search }) {
  const { t } = useTranslation('cockpit');
  const [table] = useTable('path');
  const steps: Step[] = [];
  for (const s of c.path.filter((p) => drawn.includes(p.stage))) {
    const before = steps.at(-1)?.reached.count ?? 0;
    steps.push({ ...s, rate: before > 0 ? s.reached.count / before : null });
  }
  const n = (stage: string) => c.path.find((p) => p.stage === stage)?.reached.count ?? 0;
  const say = t('path.say', { a: n('LEAD'), b: n('SIGNED'), c: n('STARTED'), d: n('IN_PRODUCTION') });
  const at15 = c.curve.at_months.find((p) => p.months === 15);
  const window = sinceOf(search, c);
  const page = <Link to="/conversion" search={window} className="figure" data-testid="to-conversion" />;
  return (
    <Section className="part-path" title={t('path.title')} beside={<TableSwitch name="path" />}>
      <p className="fine">{t('path.as')}</p>
      {table ? <PathTable path={c.path} search={search} label={say} /> : <Path steps={steps} search={search} label={say} />}
      {c.plain.value !== null && (
        <p className="fine">
          <Trans
            t={t}
            i18nKey="path.plain"
            values={{ y: window.signed_from?.slice(0, 4), p: percent(c.plain.value), n: c.plain.numerator, m: c.plain.denominator }}
            components={{ rows: page }}
          />
          {at15 && <Trans t={t} i18nKey="path.allowed" values={{ q: percent(at15.started) }} components={{ rows: page }} />}
          {at15 ? t('stop') : `${t('semi')}${t('tooFew')}${t('stop')}`}
        </p>
      )}
    </Section>
  );
}

function PathTable({ path, search, label }: { path: Schemas['CockpitOut']['path']; search: Search; label: string }) {
  const { t } = useTranslation('cockpit');
  const rows = (stage: string, n: number, more: Search) => (
    <Link to="/projects" search={{ ...search, reached: stage, ...more }} className="figure">
      {n}
    </Link>
  );
  return (
    <div className="scroll-x">
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            <th>{t('path.stage')}</th>
            {['count', 'confirmed', 'amount', 'rate', 'median'].map((k) => (
              <th key={k} className="num">
                {t(`path.${k}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {path.map((p) => (
            <tr key={p.stage}>
              <td>{t(`enums:stage.${p.stage}`)}</td>
              <td className="num">{rows(p.stage, p.reached.count, {})}</td>
              <td className="num">{p.confirmed === null ? '—' : rows(p.stage, p.confirmed, { confirmed: p.stage })}</td>
              <td className="num">{p.reached.amount > 0 ? <Money yuan={p.reached.amount} /> : '—'}</td>
              <td className="num">{percent(p.of_before.value)}</td>
              <td className="num">{p.median_days ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
