import { useTranslation } from 'react-i18next';
import './sangu.css';

/** SanguSign is the mark of the product: three strokes, three calls. */
export function SanguSign() {
  return (
    <svg width="18" height="18" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M4 7h24M8 16h16M4 25h24" stroke="var(--brand)" strokeWidth="4.5" />
    </svg>
  );
}

/** Calls counts 三顾: the mark's strokes filled by how often leaders were at a client's door; above three the word goes on counting. */
export function Calls({ n }: { n: number }) {
  const { t } = useTranslation('enums');
  const filled = Math.min(3, Math.max(0, n));
  return (
    <span className="calls">
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        <path className={filled > 0 ? 'on' : ''} d="M2 2h10" />
        <path className={filled > 1 ? 'on' : ''} d="M3 6h8" />
        <path className={filled > 2 ? 'on' : ''} d="M1 10h12" />
      </svg>
      {n <= 3 ? t(`calls.${filled}`) : t('calls.more', { n })}
    </span>
  );
}
