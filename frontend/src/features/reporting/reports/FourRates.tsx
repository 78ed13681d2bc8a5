import { useTranslation } from 'react-i18next';
import { useRuleName } from '@/shared/ui/Basis';
import { Help } from '@/shared/ui/Help';
import type { Search } from '@/shared/ui/ListPage';
import { type Analysis, bare, type Report, yi } from './figures';
import { Rows } from './Rows';

type Preset = Report['total']['rates'][number];
type Waited = Analysis['rates'][number];

/** FourRates sets each rate of the counting rule beside the one that allows for waiting and termination. */
export function FourRates({ r, waited, filter }: { r: Report; waited: Waited[] | undefined; filter: Search }) {
  const { t } = useTranslation('report');
  const rule = useRuleName();
  return (
    <section>
      <div className="sec-head">
        <h2>
          {t('rates')}
          <Help topic="rule" />
        </h2>
        <span className="more">
          {rule(r.rule.version)} · {t('until')} {r.until}
        </span>
      </div>
      <table className="t four">
        <thead>
          <tr>
            <th>
              <span className="sr">{t('rate')}</span>
            </th>
            <th scope="col" className="r">
              {t('plain')}
            </th>
            <th scope="col" className="r">
              {t('waiting')}
            </th>
          </tr>
        </thead>
        <tbody>
          {r.total.rates.map((x) => (
            <tr key={x.key}>
              <th scope="row">
                {t(`rateName.${x.key}`, { defaultValue: '' }) ||
                  t('rateOf', { a: t(`enums:stage.${x.numerator_stage}`), b: t(`enums:stage.${x.denominator_stage}`) })}
                <small>{t(`basis.${x.numerator_stage || 'funds'}`, { defaultValue: '' })}</small>
              </th>
              <td className="r rate">
                {x.numerator_stage ? <ByCount x={x} filter={filter} /> : <ByMoney x={x} n={r.total.signed.count} filter={filter} />}
              </td>
              <td className="r rate adj">
                <Adjusted w={waited?.find((w) => w.key === x.key)} strong={x.numerator_stage === 'STARTED'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">{t('ratesNote')}</p>
    </section>
  );
}

const share = (v: number | null) => (v === null ? '—' : `${bare(v)} %`);

function ByCount({ x, filter }: { x: Preset; filter: Search }) {
  const { t } = useTranslation('report');
  // Of fewer than ten a percentage says more than there is: the numbers themselves are shown.
  const few = x.count.denominator < 10;
  const of = (stage: string) => (stage === 'SIGNED' ? { figure: 'signed' } : { figure: 'reached', stage });
  return (
    <>
      {!few && share(x.count.value)}
      {x.count.value !== null && (
        <small className={few ? 'few-of' : undefined}>
          <Rows filter={filter} of={of(x.numerator_stage)}>
            {x.count.numerator}
          </Rows>{' '}
          /{' '}
          <Rows filter={filter} of={of(x.denominator_stage)}>
            {x.count.denominator}
          </Rows>{' '}
          {t('piece')}
          {!few && <br />}
          {!few && t('ofAmount', { p: share(x.amount.value) })}
        </small>
      )}
    </>
  );
}

function ByMoney({ x, n, filter }: { x: Preset; n: number; filter: Search }) {
  const { t } = useTranslation('report');
  const few = n < 10;
  return (
    <>
      {!few && share(x.amount.value)}
      {x.amount.value !== null && (
        <small className={few ? 'few-of' : undefined}>
          <Rows filter={filter} of={{ figure: 'signed' }} money="funds">
            {yi(x.amount.numerator)}
          </Rows>{' '}
          /{' '}
          <Rows filter={filter} of={{ figure: 'signed' }}>
            {yi(x.amount.denominator)}
          </Rows>{' '}
          {t('yi')}
          {!few && <br />}
          {!few && t('asReported', { p: share(x.claimed.value) })}
        </small>
      )}
    </>
  );
}

function Adjusted({ w, strong }: { w: Waited | undefined; strong: boolean }) {
  const { t } = useTranslation('report');
  if (!w || w.share === null)
    return (
      <>
        —<small>{w && t(`whyNot.${w.why}`, { m: w.months })}</small>
      </>
    );
  return (
    <>
      <span className={strong ? 'hl' : ''}>{bare(w.share)}</span> %
      <small>
        {w.lower !== null && w.upper !== null
          ? t('withinBand', { m: w.months, l: bare(w.lower), u: bare(w.upper) })
          : t('within', { m: w.months })}
        {w.indicative && <br />}
        {w.indicative && t('forGuidance')}
      </small>
    </>
  );
}
