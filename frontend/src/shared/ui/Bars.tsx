import { useTranslation } from 'react-i18next';
import { Money } from './Show';
import './bars.css';

const share = (part: number, whole: number) => `${whole > 0 ? Math.min(100, (Math.max(0, part) / whole) * 100) : 0}%`;

/** Bar is one figure on a scale: hollow where it is only reported, solid where verified; pace is where even progress would stand (0–1). */
export function Bar(p: { value: number; scale: number; hollow?: boolean; pace?: number | undefined }) {
  return (
    <span className="measure" aria-hidden="true">
      <i className={p.hollow ? 'reported' : 'verified'} style={{ width: share(p.value, p.scale) }} />
      {p.pace !== undefined && <span className="pace" style={{ left: share(p.pace, 1) }} />}
    </span>
  );
}

/** Bars shows money reported (hollow) over money verified (solid) on one scale, in 元; pace (0–1) is 时序进度, a tick on both. */
export function Bars(p: { reported: number | null; verified: number | null; scale: number; pace?: number }) {
  const { t } = useTranslation('figures');
  const rows = [
    ['reported', p.reported, true],
    ['verified', p.verified, false],
  ] as const;
  return (
    <div className="measures">
      {rows.map(([key, value, hollow]) => (
        <div key={key}>
          <span>{t(key)}</span>
          <Bar value={value ?? 0} scale={p.scale} hollow={hollow} pace={p.pace} />
          <Money yuan={value} />
        </div>
      ))}
    </div>
  );
}
