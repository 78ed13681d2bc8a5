import { useTranslation } from 'react-i18next';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { useElementWidth } from '@/shared/ui/useElementWidth';
import { useShare } from '@/shared/ui/useShare';
import { type Analysis, yi } from './figures';
import { Rows, StartProbabilityRows } from './Rows';

type Starts = Analysis['outlook'];
type Funds = Analysis['funds_outlook'];

/** Outlook shows what may be expected by the end of the year, with its range, beside the target. */
export function Outlook({ a, filter }: { a: Analysis; filter: Search }) {
  const { t } = useTranslation('report');
  return (
    <section>
      <div className="sec-head">
        <h2>{t('byYearsEnd')}</h2>
        <span className="more">{t('eightOfTen')}</span>
      </div>
      <StartsLine o={a.outlook} filter={filter} year={a.until.slice(0, 4)} />
      <FundsLine o={a.funds_outlook} kind="verified" />
      <FundsLine o={a.funds_outlook} kind="reported" />
      <p className="fine">
        {t('outlookNote', { x: a.outlook.without_like, m: Math.max(a.funds_outlook.verified.months, a.funds_outlook.reported.months) })}
      </p>
    </section>
  );
}

function StartsLine({ o, filter, year }: { o: Starts; filter: Search; year: string }) {
  const { t } = useTranslation('report');
  const share = useShare();
  const so = (
    <Rows filter={{ ...filter, started_from: `${year}-01-01` }} of={{ figure: 'started' }}>
      {o.started_so_far}
    </Rows>
  );
  return (
    <div className="outlook">
      <p>
        <b>{t('starts')}</b> {t('soFar')} {so} {t('piece')}
        {o.known && (
          <>
            {t('comma')}
            {t('expects')} <StartProbabilityRows filter={filter}>{o.expected.toFixed(1)}</StartProbabilityRows> {t('piece')}（{o.low}—
            {o.high}）
          </>
        )}
        {o.target !== null && `${t('comma')}${t('target')} ${o.target} ${t('piece')}`}
        {o.chance_of_target !== null &&
          `${t('comma')}${t(o.chance_of_target === 0 ? 'chanceNone' : o.chance_of_target < 0.01 || o.chance_of_target > 0.99 ? 'chanceWords' : 'chanceOfTarget', { p: share(o.chance_of_target) })}`}
        {!o.known && ` · ${t('small')}`}
      </p>
      {(o.known || o.started_so_far > 0 || o.target !== null) && (
        <Scale
          so={o.started_so_far}
          to={o.known ? o.expected : null}
          low={o.low}
          high={o.high}
          target={o.target}
          say={(v) => String(Math.round(v))}
          label={t('starts')}
        />
      )}
    </div>
  );
}

function FundsLine({ o, kind }: { o: Funds; kind: 'verified' | 'reported' }) {
  const { t } = useTranslation('report');
  const m = o[kind];
  return (
    <div className="outlook">
      <p>
        <b>{t(`fundsOf.${kind}`)}</b> {t('soFar')} <Money yuan={m.so_far} />
        {m.expected !== null && (
          <>
            {t('comma')}
            {t('expects')} <Money yuan={m.expected} />（<Money yuan={m.low} />—<Money yuan={m.high} />）
          </>
        )}
        {kind === 'verified' && o.target !== null && (
          <>
            {t('comma')}
            {t('target')} <Money yuan={o.target} />
          </>
        )}
        {m.expected === null && ` · ${t('moneyTooFew')}`}
      </p>
      <Scale
        so={m.so_far}
        to={m.expected}
        low={m.low ?? 0}
        high={m.high ?? 0}
        target={kind === 'verified' ? o.target : null}
        say={yi}
        hollow={kind === 'reported'}
        label={t(`fundsOf.${kind}`)}
      />
    </div>
  );
}

/** Scale draws what is there, what is expected with its range, and the target as a tick. */
function Scale(p: {
  so: number;
  to: number | null;
  low: number;
  high: number;
  target: number | null;
  say: (v: number) => string;
  hollow?: boolean;
  label: string;
}) {
  const [box, width] = useElementWidth<HTMLDivElement>(404);
  const end = Math.max(1, p.so, p.to === null ? 0 : p.high, p.target ?? 0) * 1.04;
  const x = (v: number) => (v / end) * (width - 2) + 1;
  return (
    <div ref={box} className="scale">
      <svg viewBox={`0 0 ${width} 34`} width={width} height={34} role="img" aria-label={p.label}>
        <line className="axis" x1={x(0)} x2={width - 1} y1={18.5} y2={18.5} />
        <rect className={p.hollow ? 'so hollow' : 'so'} x={x(0)} y={9} width={Math.max(0, x(p.so) - x(0))} height={9} />
        {p.to !== null && (
          <>
            <rect className="ci" x={x(p.low)} y={9} width={Math.max(2, x(p.high) - x(p.low))} height={9} />
            <circle className="honest" cx={x(p.to)} cy={13.5} r={4.5} />
            <text className="n lo" x={Math.min(x(p.to), width - 14)} y={31} textAnchor="middle">
              {p.say(p.to)}
            </text>
          </>
        )}
        {p.target !== null && <line className="goal" x1={x(p.target)} x2={x(p.target)} y1={4} y2={23} />}
      </svg>
    </div>
  );
}
