import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, money } from '@/shared/lib/format';

/** Name is a record's name that opens it, with a code or the like below. */
export function Name({ to, id, name, small }: { to: string; id: string; name: string; small?: string }) {
  return (
    <span className="two">
      <Link to={`${to}/${id}`} className="link" title={name}>
        {name}
      </Link>
      <span className="small num">{small || '\u00a0'}</span>
    </span>
  );
}

/** Amount is a sum in a column whose header says 万元; from one of the greater unit on the unit stands in its own slot. */
export function Amount({ yuan }: { yuan: number | null | undefined }) {
  const { t } = useTranslation();
  const m = money(yuan);
  if (m.unit === '') return <Blank />;
  return (
    <span className="amount" title={`¥ ${m.exact}`}>
      {m.value}
      <span className="unit">{m.unit === 'yi' && t('yiShort')}</span>
    </span>
  );
}

/** Blank stands where nothing is known: not zero. */
export function Blank() {
  return <span className="muted">—</span>;
}

/** Text is a word, cut where the column is too narrow, whole on hover. */
export function Text({ text }: { text?: string }) {
  return text ? <span title={text}>{text}</span> : <Blank />;
}

/** Ago shows how long ago a day was, up to a week, and after that the day. */
export function Ago({ date, today }: { date?: string; today?: string }): ReactNode {
  const { t } = useTranslation();
  if (!date) return <Blank />;
  const n = today ? daysBetween(date, today) : 99;
  const near = n === 0 ? t('today') : n === 1 ? t('yesterday') : n > 1 && n < 7 ? t('daysAgo', { n }) : date;
  return (
    <time dateTime={date} title={date} className="num">
      {near}
    </time>
  );
}
