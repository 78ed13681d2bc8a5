import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';

type Judged = Pick<Schemas['LightOut'], 'colour' | 'reason' | 'measured' | 'unknown'>;

// The measure whose number goes with a reason of the standard rules.
const measures: Record<string, string> = {
  start_overdue: 'start_overdue_months',
  behind_pace: 'pace_behind_points',
  silent: 'days_silent',
};

/** useLightWhy returns a function that explains why a light has its colour: the rule's reason with its number, what is not known, or that all is in order. */
export function useLightWhy(): (l: Judged) => string {
  const { t } = useTranslation('enums');
  return ({ colour, reason, measured, unknown }) => {
    if (colour === 'none') return t('lightWhy.none', { what: [...new Set(unknown.map((m) => t(`lacking.${m}`)))].join('、') });
    const n = measured[measures[reason] ?? ''];
    if (n !== undefined && n > 0) return t(`lightWhy.${reason}`, { n: Math.ceil(n) });
    return reason ? t(`reason.${reason}`, { defaultValue: reason }) : t('lightWhy.green');
  };
}
