import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { scale } from '@/shared/lib/format';
import type { Search } from '@/shared/ui/ListPage';
import { useShare } from '@/shared/ui/useShare';

/** Step is a stage of the way with its rate from the step drawn before it; null at the first. */
export type Step = Schemas['FrontStepOut'] & { rate: number | null };

/** Path is the way as a butterfly: the number at the left, the amount at the right, the rate between; what verifiers confirmed is solid. */
export function Path({ steps, search, label }: { steps: Step[]; search: Search; label: string }) {
  const { t } = useTranslation('cockpit');
  const share = useShare();
  const most = Math.max(1, ...steps.map((s) => s.reached.count));
  const richest = Math.max(1, ...steps.map((s) => s.reached.amount));
  return (
    <ol className="butterfly" aria-label={label}>
      {steps.map((s) => {
        const rows = (n: number, more: Search) => (
          <Link to="/projects" search={{ ...search, reached: s.stage, ...more }} className="figure">
            {n}
          </Link>
        );
        return (
          <li key={s.stage}>
            <span className="rate">{s.rate === null ? '' : share(s.rate)}</span>
            <span className="count">{rows(s.reached.count, {})}</span>
            <span className="wing left" aria-hidden="true">
              <i className={s.confirmed === null ? 'soft' : 'hollow'} style={{ width: `${(s.reached.count / most) * 100}%` }} />
              {s.confirmed !== null && <b style={{ width: `${(s.confirmed / most) * 100}%` }} />}
            </span>
            <span className="stage">
              {t(`enums:stage.${s.stage}`)}
              {s.confirmed !== null && (
                <small>
                  {t('path.of')} {rows(s.confirmed, { confirmed: s.stage })}
                </small>
              )}
            </span>
            <span className="wing" aria-hidden="true">
              <i className="soft" style={{ width: `${(s.reached.amount / richest) * 100}%` }} />
            </span>
            <span className="amount">
              {s.reached.amount > 0 ? (
                <Link to="/projects" search={{ ...search, reached: s.stage }} className="figure">
                  {(s.reached.amount / scale().yi).toFixed(2)}
                </Link>
              ) : (
                '—'
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
