import { Trans, useTranslation } from 'react-i18next';
import type { Search } from '@/shared/ui/ListPage';
import { useElementWidth } from '@/shared/ui/useElementWidth';
import { bare, type Point, type Report, whole } from './figures';
import { Rows } from './Rows';

/** Hero states the finding first, and shows the plain rate and the honest one on one scale. */
export function Hero({ r, filter }: { r: Report; filter: Search }) {
  const { t } = useTranslation('report');
  const read = r.curve.reading;
  const few = r.curve.n < 10;
  return (
    <section className="hero">
      <div className="say">
        <h2>
          {read
            ? t('estimate', { m: read.months, p: outOfHundred(read.started, t) })
            : t('finding', { n: r.total.signed.count, s: r.total.started.count })}
        </h2>
        {read ? <Why r={r} p={read} filter={filter} /> : <p>{t(few ? 'few.why' : 'young', { n: r.curve.n })}</p>}
      </div>
      {few ? <Numbers r={r} filter={filter} /> : <Versus r={r} filter={filter} />}
    </section>
  );
}

/** Why explains the finding from the plain rate; each number opens its projects. */
function Why({ r, p, filter }: { r: Report; p: Point; filter: Search }) {
  const { waiting, waiting_new, n } = r.curve;
  const plain = whole(r.total.started.count / Math.max(1, r.total.signed.count));
  const text = waiting === 0 ? 'whyNone' : whole(p.started) - plain >= 1 ? 'whyLow' : 'whyAlike';
  const open = {
    w: (
      <Rows filter={filter} of={{ figure: 'waiting' }}>
        {waiting}
      </Rows>
    ),
    y: (
      <Rows filter={filter} of={{ figure: 'waiting_new' }}>
        {waiting_new}
      </Rows>
    ),
    n: (
      <Rows filter={filter} of={{ figure: 'signed' }}>
        {n}
      </Rows>
    ),
  };
  return (
    <p>
      <Trans ns="report" i18nKey={text} values={{ x: plain }} components={open} />
      {waiting_new > 0 && <Trans ns="report" i18nKey="whyNew" components={open} />}
      <Trans ns="report" i18nKey="whyEnd" />
      {p.lower !== null && p.upper !== null && (
        <Trans ns="report" i18nKey={n < 50 ? 'fewTrue' : 'manyTrue'} values={{ l: whole(p.lower), u: whole(p.upper) }} components={open} />
      )}
    </p>
  );
}

/** outOfHundred returns how many of a hundred; it is none only for a true 0. */
function outOfHundred(share: number, t: (key: string, values?: Record<string, unknown>) => string): string {
  return share > 0 && share < 0.01 ? t('lessThanOne') : t('about', { n: whole(share) });
}

/** Numbers are the plain counts of few signings: no rate is made of them. */
function Numbers({ r, filter }: { r: Report; filter: Search }) {
  const { t } = useTranslation('report');
  const one = (figure: string, name: string, n: number) => (
    <div>
      <p className="lab">{t(name)}</p>
      <p className="big">
        <Rows filter={filter} of={{ figure }}>
          {n}
        </Rows>
        <small>{t('piece')}</small>
      </p>
    </div>
  );
  return (
    <div className="versus numbers-of-few" data-testid="few-numbers">
      {one('started', 'few.startedN', r.total.started.count)}
      {one('waiting', 'few.waitingN', r.curve.waiting)}
      {one('terminated', 'few.endedN', r.total.terminated.count)}
    </div>
  );
}

function Versus({ r, filter }: { r: Report; filter: Search }) {
  const { t } = useTranslation('report');
  const read = r.curve.reading;
  const plain = r.total.signed.count > 0 ? r.total.started.count / r.total.signed.count : undefined;
  return (
    <div className="versus">
      <div>
        <p className="lab">
          <span className="key naive" />
          {t('plain')}
        </p>
        <p className="big plain" data-testid="plain-rate">
          {plain === undefined ? '—' : bare(plain)}
          <small>%</small>
        </p>
        <p className="small muted">
          <span data-testid="started">
            <Rows filter={filter} of={{ figure: 'started' }}>
              {r.total.started.count}
            </Rows>
          </span>{' '}
          /{' '}
          <Rows filter={filter} of={{ figure: 'signed' }}>
            {r.total.signed.count}
          </Rows>{' '}
          {t('low', { context: read && plain !== undefined && read.started - plain >= 0.005 ? 'yes' : 'no' })}
        </p>
      </div>
      <div>
        <p className="lab">
          <span className="key honest" />
          {t('waiting')}
        </p>
        <p className="big" data-testid="honest-rate">
          {read ? bare(read.started) : '—'}
          <small>%</small>
        </p>
        <p className="small muted">
          {!read && t('tooFewShown')}
          {read?.lower === null && t('within', { m: read.months })}
          {read &&
            read.band_lower !== null &&
            read.band_upper !== null &&
            read.band_lower < read.band_upper &&
            ` · ${t('daysAllow', { l: bare(read.band_lower), u: bare(read.band_upper) })}`}
          {read &&
            read.lower !== null &&
            read.upper !== null &&
            t('interval', { m: read.months, l: bare(read.lower), u: bare(read.upper) })}
          {read?.indicative && ` · ${t('indicative')}`}
        </p>
      </div>
      <Strip plain={plain} read={read} />
    </div>
  );
}

/** Strip shows both rates on one scale of 0 to 100 %. */
function Strip({ plain, read }: { plain: number | undefined; read: Point | undefined }) {
  const { t } = useTranslation('report');
  const [box, width] = useElementWidth<HTMLDivElement>(560);
  const x = (share: number) => 7 + share * (width - 14);
  const words = t('stripWords', { a: plain === undefined ? '—' : bare(plain), b: read ? bare(read.started) : '—' });
  const has = read && read.lower !== null && read.upper !== null;
  return (
    <div ref={box} className="strip">
      <svg viewBox={`0 0 ${width} 46`} width={width} height={46} role="img" aria-label={words}>
        <line className="axis" x1={x(0)} x2={x(1)} y1={24.5} y2={24.5} />
        {[0, 25, 50, 75, 100].map((v) => (
          <g key={v}>
            <line className="axis" x1={x(v / 100)} x2={x(v / 100)} y1={24} y2={29} />
            <text className="n lo" x={v === 100 ? width : x(v / 100)} y={43} textAnchor={v === 0 ? 'start' : v === 100 ? 'end' : 'middle'}>
              {v === 100 ? '100 %' : v}
            </text>
          </g>
        ))}
        {has && (
          <>
            <rect className="ci" x={x(read.lower ?? 0)} y={11} width={x(read.upper ?? 0) - x(read.lower ?? 0)} height={8} />
            <text className="n lo" x={x(read.lower ?? 0) - 6} y={19} textAnchor="end">
              {bare(read.lower ?? 0)}
            </text>
            <text className="n lo" x={x(read.upper ?? 0) + 6} y={19}>
              {bare(read.upper ?? 0)}
            </text>
          </>
        )}
        {read && <circle className="honest" cx={x(read.started)} cy={15} r={5.5} />}
        {plain !== undefined && <circle className="naive" cx={x(plain)} cy={15} r={5} />}
      </svg>
    </div>
  );
}
