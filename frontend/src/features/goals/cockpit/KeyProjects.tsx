import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { Light } from '@/shared/ui/Light';
import type { Search } from '@/shared/ui/ListPage';
import { LightsDrillDown } from './DrillDowns';
import { shortDay } from './day';
import { Section } from './Section';

type Data = Schemas['CockpitOut'];
type Row = Data['projects']['items'][number];

/** KeyProjects are the ten worst lights of the key projects, each against its plan and with what comes next. */
export function KeyProjects({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  const { which, counts, items } = c.projects;
  const within: Search = which === 'key' ? { ...search, on_key_lists: 'true' } : search;
  const all = Object.values(counts).reduce((a, n) => a + n, 0);
  return (
    <Section
      className="part-keys"
      title={t(`keys.${which}`)}
      beside={
        <span className="keys-counts">
          {t('keys.total', { n: all })}
          {['red', 'yellow', 'blue', 'green', 'none']
            .filter((k) => k !== 'blue' || counts.blue)
            .map((k) => (
              <span key={k} data-testid={`lights-${k}`}>
                <Light colour={k} /> <LightsDrillDown colour={k} n={counts[k] ?? 0} search={within} />
              </span>
            ))}
          {items.length < all && <span>{t('keys.listed', { n: items.length })}</span>}
        </span>
      }
    >
      {which === 'all' && <p className="fine">{t('keys.note')}</p>}
      {items.length === 0 ? (
        <p className="muted">{t('keys.none')}</p>
      ) : (
        <table className="plain-table keys" aria-label={t(`keys.${which}`)}>
          <thead>
            <tr>
              <th>{t('keys.light')}</th>
              <th>{t('keys.name')}</th>
              <th className="wide unit">{t('keys.unit')}</th>
              <th className="wide leader">{t('keys.leader')}</th>
              <th className="num wide" colSpan={2}>
                {t('keys.progress')}
              </th>
              <th className="wide">{t('keys.next')}</th>
              <th className="num">{t('keys.due')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((k) => (
              <KeyRow key={k.id} k={k} on={c.on} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

const whole = (n: number | null) => (n === null ? '—' : String(Math.round(n)));

function KeyRow({ k, on }: { k: Row; on: string }) {
  const { t, i18n } = useTranslation('cockpit');
  const turned = k.was !== '' && k.was !== k.colour;
  return (
    <tr>
      <td className="nowrap">
        <Light colour={k.colour} />
        {turned && <small className="was"> {t('keys.was', { c: t(`short.${k.was}`) })}</small>}
      </td>
      <td className="name">
        <Link to="/projects/$id" params={{ id: k.id }} className="link" title={k.name}>
          {k.name}
        </Link>
        <small className="narrow">
          {[k.responsible_unit, k.next ? t(`keys.${k.next}`) : '', k.done === null ? '' : `${whole(k.done)} / ${whole(k.plan)} %`]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td className="wide unit">{k.responsible_unit}</td>
      <td className="wide leader">{k.leaders || '—'}</td>
      <td className="wide">
        <span className="progress" aria-hidden="true">
          <b style={{ width: `${Math.min(100, k.done ?? 0)}%` }} />
          {k.plan !== null && <i style={{ left: `${k.plan}%` }} />}
        </span>
      </td>
      <td className="num wide nowrap">
        {whole(k.done)}
        <span className="muted"> / {whole(k.plan)}</span>
      </td>
      <td className="wide">{k.next ? t(`keys.${k.next}`) : t('keys.noPlan')}</td>
      <td className="num due">{due(k)}</td>
    </tr>
  );

  function due(x: Row) {
    if (!x.due) return t('keys.noDay');
    if (x.workdays < 0) return <b>{t('keys.late', { n: -x.workdays })}</b>;
    return x.due === on ? <b>{t('keys.today')}</b> : shortDay(x.due, on, i18n.language);
  }
}
