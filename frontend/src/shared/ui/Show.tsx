import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { daysBetween, money } from '@/shared/lib/format';

/** Money shows an amount of 元 with its unit, and the exact figure on hover. */
export function Money({ yuan }: { yuan: number | null | undefined }) {
  const { t } = useTranslation();
  const m = money(yuan);
  if (m.unit === '') return <span className="muted">{m.value}</span>;
  return (
    <Tooltip title={`¥ ${m.exact}`}>
      <span className="money">
        {m.value}
        <span className="unit">{t(m.unit)}</span>
      </span>
    </Tooltip>
  );
}

/** Day shows a date; relative near today, a dash where there is none. */
export function Day({ date, today }: { date?: string; today?: string }) {
  const { t } = useTranslation();
  if (!date) return <span className="muted">—</span>;
  const n = today ? daysBetween(today, date) : 99;
  const near: Record<string, string> = { '0': t('today'), '1': t('tomorrow'), '-1': t('yesterday') };
  return (
    <time dateTime={date} className="money">
      {near[String(n)] ?? date}
    </time>
  );
}

/** Due shows a day by which something is due, with the working days left or past where the server counts them; soon is the number of days from which on it shows those left. */
export function Due({ date, left, today, soon = 5 }: { date?: string; left?: number | null; today?: string; soon?: number }) {
  const { t } = useTranslation();
  if (!date) return <span className="muted">—</span>;
  const waited = left !== undefined && left !== null && today !== undefined;
  return (
    <span className="two">
      <time dateTime={date} className="num">
        {date}
      </time>
      {waited && date < today && <span className="small bad">{left < 0 ? t('due.late', { n: -left }) : t('due.justLate')}</span>}
      {waited && date === today && <span className="small">{t('due.today')}</span>}
      {waited && date > today && left <= soon && <span className="small">{t('due.left', { n: left })}</span>}
    </span>
  );
}

export const stages = [
  'LEAD',
  'QUALIFIED',
  'NEGOTIATING',
  'INTENT',
  'REVIEWED',
  'SIGNED',
  'REGISTERED',
  'PERMITTING',
  'STARTED',
  'COMPLETED',
  'IN_PRODUCTION',
  'FULL_CAPACITY',
] as const;

// Phases of 2, 3, 3 and 4 stages: a gap before each.
const gaps = new Set([2, 5, 8]);

/** StageBar shows how far a project has come: its name, and twelve ticks, with the claim that is not recognised struck. */
export function StageBar({ stage, denied = '' }: { stage: string; denied?: string }) {
  const { t } = useTranslation('enums');
  const at = stages.findIndex((s) => s === stage);
  if (at < 0 && !denied) return <span className="muted">—</span>;
  return (
    <span className="stagebar" title={denied && t('project:deniedTitle', { stage: t(`stage.${denied}`) })}>
      <span>
        {at < 0 ? '—' : t(`stage.${stage}`)}
        {denied && <span className="denied"> {t('project:notRecognised')}</span>}
      </span>
      <span className="ticks" aria-hidden="true">
        {stages.map((s, i) => (
          <i key={s} className={`${s === denied ? 'denied' : i < at ? 'passed' : i === at ? 'now' : ''} ${gaps.has(i) ? 'gap' : ''}`} />
        ))}
      </span>
    </span>
  );
}

/** Mark is a neutral label. */
export function Mark({ text }: { text: string }) {
  return <Tag variant="outlined">{text}</Tag>;
}
