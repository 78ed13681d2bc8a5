import { Segmented, Select } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { HorizontalScroll } from '@/shared/ui/HorizontalScroll';
import type { Search } from '@/shared/ui/ListPage';
import type { Go } from '@/shared/ui/reportFilter';
import { useElementWidth } from '@/shared/ui/useElementWidth';
import { type Analysis, bare } from './figures';
import { Rows } from './Rows';
import './compare.css';

type Comparison = Analysis['compare'];
type Group = Comparison['groups'][number];

export const comparisons = ['led', 'referral', 'channel', 'chain', 'unit', 'size'] as const;

/** horizons are the months after signing at which groups may be set side by side. */
export const horizons = [3, 6, 9, 12, 18, 24] as const;

/** most is how many groups fit: the largest. */
const most = 8;

/** Compare sets groups side by side with their intervals, and says that nobody drew lots. */
export function Compare(p: { c: Comparison; view: string; go: Go; filter: Search }) {
  const { t } = useTranslation('report');
  const { c } = p;
  const known = c.groups.some((g) => g.share !== null);
  return (
    <section>
      <div className="sec-head">
        <h2>{t(`compareTitle.${c.by}`)}</h2>
      </div>
      <div className="no-print compare-by">
        <Segmented
          size="small"
          value={c.by}
          onChange={(compare) => p.go({ compare })}
          options={comparisons.map((k) => ({ value: k, label: t(`compareBy.${k}`) }))}
        />
      </div>
      <p className="compare-basis">
        <Trans t={t} i18nKey="compareBasis" components={{ m: <Horizon months={c.months} go={p.go} /> }} />
      </p>
      {p.view === 'table' && <AsTable c={c} filter={p.filter} />}
      {p.view !== 'table' && (known ? <Dots c={c} filter={p.filter} /> : <Sizes c={c} filter={p.filter} />)}
      {known && <Verdict c={c} />}
    </section>
  );
}

/** Horizon is how long after the signing groups are set side by side, as a word of the sentence that can be changed. */
function Horizon({ months, go }: { months: number; go: Go }) {
  const { t } = useTranslation('report');
  const name = (m: number) => t('horizonMonths', { m });
  return (
    <>
      <Select
        className="no-print"
        size="small"
        aria-label={t('horizon')}
        value={months}
        popupMatchSelectWidth={false}
        onChange={(m: number) => go({ months: m === 9 ? undefined : String(m) })}
        options={horizons.map((m) => ({ value: m, label: name(m) }))}
      />
      <b className="print-only">{name(months)}</b>
    </>
  );
}

function useGroupName(by: string) {
  const { t } = useTranslation('report');
  return (g: Group) => {
    if (by === 'led' || by === 'referral') return t(`compareKey.${by}.${g.key}`);
    if (by === 'channel') return g.key ? t(`enums:channel.${g.key}`) : t('notSaid');
    if (by === 'size') return t(`sizeKey.${g.key || 'none'}`);
    return g.name || g.key || t('notSaid');
  };
}

function GroupRows({ c, g, filter, children }: { c: Comparison; g: Group; filter: Search; children: React.ReactNode }) {
  const name = useGroupName(c.by);
  const by = comparisons.find((k) => k === c.by);
  // By what this page does not know, nothing can be opened.
  if (!by) return children;
  return (
    <Rows filter={filter} title={name(g)} of={{ figure: 'signed', by, group: g.key }}>
      {children}
    </Rows>
  );
}

function Dots({ c, filter }: { c: Comparison; filter: Search }) {
  const { t } = useTranslation('report');
  const [box, width] = useElementWidth<HTMLDivElement>(404);
  const name = useGroupName(c.by);
  const label = Math.min(150, Math.max(84, width * 0.3));
  const x = (share: number) => label + share * (width - label - 8);
  const groups = c.groups.slice(0, most);
  const axis = groups.length * 50 + 2;
  const words = groups
    .map(
      (g) =>
        `${name(g)} ${g.share === null ? t(`whyNotGroup.${g.why || 'few'}`, { m: c.months }) : `${bare(g.share)} %`}${g.lower !== null && g.upper !== null ? ` (${bare(g.lower)}—${bare(g.upper)})` : ''}`,
    )
    .join('; ');
  return (
    <div ref={box} className="compare">
      {groups.map((g, i) => (
        <div key={g.key} className="group" style={{ top: i * 50 + 8, width: label - 8 }}>
          <b title={name(g)}>{name(g)}</b>
          <span>
            <GroupRows c={c} g={g} filter={filter}>
              {g.n}
            </GroupRows>{' '}
            {t('piece')}
          </span>
        </div>
      ))}
      <svg viewBox={`0 0 ${width} ${axis + 22}`} width={width} height={axis + 22} role="img" aria-label={words}>
        <line className="axis" x1={x(0)} x2={x(1)} y1={axis} y2={axis} />
        {[0, 25, 50, 75, 100].map((v) => (
          <g key={v}>
            <line className="axis" x1={x(v / 100)} x2={x(v / 100)} y1={axis} y2={axis + 4} />
            <text className="n lo" x={v === 100 ? width : x(v / 100)} y={axis + 17} textAnchor={v === 100 ? 'end' : 'middle'}>
              {v === 100 ? '100 %' : v}
            </text>
          </g>
        ))}
        {groups.map((g, i) => (
          <One
            key={g.key}
            g={g}
            x={x}
            y={i * 50 + 28}
            solid={i === 0}
            guide={t('forGuidance')}
            few={t(`whyNotGroup.${g.why || 'few'}`, { m: c.months })}
          />
        ))}
      </svg>
    </div>
  );
}

/** Sizes names the groups with how many they are, where none of them can be estimated. */
function Sizes({ c, filter }: { c: Comparison; filter: Search }) {
  const { t } = useTranslation('report');
  const name = useGroupName(c.by);
  const short = c.groups.some((g) => g.why === 'short');
  return (
    <>
      <p className="sizes">
        {c.groups.slice(0, most).map((g) => (
          <span key={g.key} className="whole">
            {name(g)}{' '}
            <GroupRows c={c} g={g} filter={filter}>
              {g.n}
            </GroupRows>{' '}
            {t('piece')}
          </span>
        ))}
      </p>
      <p className="fine">{short ? t('whyNotGroup.short', { m: c.months }) + t('stop') : t('few.compare')}</p>
    </>
  );
}

function One(p: { g: Group; x: (s: number) => number; y: number; solid: boolean; few: string; guide: string }) {
  const { g, x, y, solid, few, guide } = p;
  if (g.share === null)
    return (
      <text className="lo" x={x(0)} y={y + 4}>
        {few}
      </text>
    );
  const has = g.lower !== null && g.upper !== null;
  return (
    <>
      {has && (
        <>
          <line className="ci-l" x1={x(g.lower ?? 0)} x2={x(g.upper ?? 0)} y1={y} y2={y} />
          <text className="n lo" x={x(g.lower ?? 0)} y={y + 16} textAnchor="middle">
            {bare(g.lower ?? 0)}
          </text>
          <text className="n lo" x={Math.min(x(g.upper ?? 0), x(1) - 8)} y={y + 16} textAnchor="middle">
            {bare(g.upper ?? 0)}
          </text>
        </>
      )}
      <circle className={solid && !g.indicative ? 'dot5' : 'ring5'} cx={x(g.share)} cy={y} r={5} />
      <text className="n hi halo" x={Math.min(x(g.share), x(1) - 16)} y={y - 11} textAnchor="middle">
        {bare(g.share)} %{g.indicative ? ` · ${guide}` : ''}
      </text>
    </>
  );
}

function AsTable({ c, filter }: { c: Comparison; filter: Search }) {
  const { t } = useTranslation('report');
  const name = useGroupName(c.by);
  return (
    <HorizontalScroll label={t('group')}>
      <table className="t">
        <thead>
          <tr>
            {['group', 'signedPieces', 'started', 'within9', 'interval95', 'shrunk'].map((k, i) => (
              <th key={k} scope="col" className={i === 0 ? '' : 'r'}>
                {t(k, { m: c.months })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {c.groups.map((g) => (
            <tr key={g.key}>
              <th scope="row">{name(g)}</th>
              <td className="r">
                <GroupRows c={c} g={g} filter={filter}>
                  {g.n}
                </GroupRows>
              </td>
              <td className="r">{g.started}</td>
              <td className="r">
                {g.share === null ? (
                  <span className="na">{t(`whyNotGroup.${g.why || 'few'}`, { m: c.months })}</span>
                ) : (
                  `${bare(g.share)} %${g.indicative ? ` · ${t('forGuidance')}` : ''}`
                )}
              </td>
              <td className="r">{g.lower !== null && g.upper !== null ? `${bare(g.lower)}—${bare(g.upper)}` : '—'}</td>
              <td className="r">{g.share === null ? '—' : `${bare(g.shrunk)} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </HorizontalScroll>
  );
}

/** Verdict explains what may and may not be concluded from the comparison. */
function Verdict({ c }: { c: Comparison }) {
  const { t } = useTranslation('report');
  return (
    <p className="fine caution">
      <b>{t('careful')}</b>
      {t(`notRandom.${c.by}`)}
      {c.tested && t(c.p < 0.05 ? 'differs' : c.overlap ? 'alikeOverlap' : 'alike', { p: c.p < 0.001 ? '< 0.001' : `= ${c.p.toFixed(2)}` })}
      {!c.tested && t('notTested')}
      {c.midpoints > 0 && t('midpoints', { n: c.midpoints })}
    </p>
  );
}
