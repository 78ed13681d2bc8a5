import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { money } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { FundsDrillDown, LightsDrillDown } from './DrillDowns';
import { sinceOf } from './window';

type Data = Schemas['CockpitOut'];
type Figure = Data['figures'][number];

/** Tiles are the few numbers of the day, each with what it was and how much of it verifiers confirmed. */
export function Tiles({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  return (
    <section className="tiles" aria-label={t('tiles')}>
      {c.figures.map((f) => (
        <Tile key={f.key} f={f} c={c} search={search} />
      ))}
      <Waiting c={c} search={search} />
    </section>
  );
}

/** rowsOf is the filter of projects that a figure counts. */
function rowsOf(key: string, c: Data, search: Search): Search {
  const all: Record<string, Search> = {
    started: { started_from: `${c.on.slice(0, 4)}-01-01` },
    signed: { signed_from: sinceOf(search, c).signed_from },
    negotiating: { reached: 'NEGOTIATING', not_reached: 'SIGNED', going: 'true' },
    in_production: { produced_from: c.since },
  };
  return all[key] ?? {};
}

const stages: Record<string, string> = { started: 'STARTED', signed: 'SIGNED', in_production: 'IN_PRODUCTION' };

function Tile({ f, c, search }: { f: Figure; c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  const yuan = f.unit === 'yuan';
  const rows = (filter: Search, n: ReactNode) =>
    yuan ? (
      <FundsDrillDown search={search}>{n}</FundsDrillDown>
    ) : (
      <Link to="/projects" search={{ ...search, ...rowsOf(f.key, c, search), ...filter }} className="figure">
        {n}
      </Link>
    );
  const shown = money(f.confirmed);
  const plain = (n: number) => (yuan ? <Money yuan={n} /> : n);
  return (
    <div className="tile" data-testid={`tile-${f.key}`}>
      <p className="tile-name">{t(`fig.${f.key}`, { y: c.since.slice(0, 4) })}</p>
      <p className="tile-big">
        {rows({}, yuan ? shown.value : f.claimed)}
        <small>
          {yuan ? t(`common:${shown.unit || 'wan'}`) : t('projects')}
          {!yuan && f.amount > 0 && (
            <>
              {' · '}
              <Money yuan={f.amount} />
            </>
          )}
        </small>
      </p>
      <Change now={yuan ? f.confirmed : f.claimed} before={f.before} yuan={yuan} on={c.before} />
      {f.unsure > 0 && <p className="tile-foot">{t('unsure', { n: f.unsure })}</p>}
      {f.key === 'negotiating' ? (
        <p className="tile-foot">{t('talksNote')}</p>
      ) : (
        <>
          <span className="over" aria-hidden="true">
            <i style={{ width: f.claimed > 0 ? '100%' : 0 }} />
            <b style={{ width: `${f.claimed > 0 ? Math.min(100, (f.confirmed / f.claimed) * 100) : 0}%` }} />
          </span>
          <p className="tile-foot">
            <span>
              {t('verified')} {yuan ? plain(f.confirmed) : rows({ confirmed: stages[f.key] }, f.confirmed)}
            </span>
            <span className="muted">
              {t('reported')} {rows({}, plain(f.claimed))}
            </span>
          </p>
        </>
      )}
    </div>
  );
}

function Change({ now, before, yuan, on }: { now: number; before: number; yuan: boolean; on: string }) {
  const { t } = useTranslation('cockpit');
  const month = String(Number(on.slice(5, 7)));
  const by = Math.abs(now - before);
  if (by === 0) return <p className="tile-change">{t('flat', { m: month })}</p>;
  const shown = money(by);
  return (
    <p className="tile-change">
      {t('changeUp', { n: `${now > before ? '+' : '−'}${yuan ? `${shown.value} ${t(`common:${shown.unit}`)}` : by}`, m: month })}
    </p>
  );
}

/** Waiting counts what wants the leader, each kind opening its own. */
function Waiting({ c, search }: { c: Data; search: Search }) {
  const { t } = useTranslation('cockpit');
  const w = c.concerns;
  const kinds = [
    ['red', w.red, <LightsDrillDown colour="red" n={w.red} search={search} />],
    ['should_start', w.should_start, <ListLink search={{ ...search, should_have_begun: c.on }} to="/projects" n={w.should_start} />],
    ['unseen', w.unseen, <FundsDrillDown search={{ ...search, unseen_by: w.unseen_by }}>{w.unseen}</FundsDrillDown>],
    ['suspicions', w.suspicions, <ListLink search={{ state: 'open' }} to="/suspicions" n={w.suspicions} />],
  ] as const;
  return (
    <div className="tile" data-testid="tile-concerns">
      <p className="tile-name">{t('fig.concerns')}</p>
      <p className="tile-big">
        <a href="#concerns" className="figure">
          {w.total}
        </a>
        <small>{t('things')}</small>
      </p>
      <p className="tile-kinds">
        {kinds.map(([kind, , link]) => (
          <span key={kind} data-testid={`wants-${kind}`}>
            {t(`kinds.${kind}`)} {link}
          </span>
        ))}
      </p>
    </div>
  );
}

function ListLink({ to, search, n }: { to: string; search: Search; n: number }) {
  return (
    <Link to={to} search={search} className="figure">
      {n}
    </Link>
  );
}
