import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';

/** DayMark shows what is special about a day: 休 with the holiday's name, 班 where a weekend day is worked. */
export function DayMark({ day, first }: { day: Schemas['DayOut']; first: boolean }) {
  const { t } = useTranslation('calendar');
  if (day.kind === 'holiday')
    return (
      <span className="day-mark off">
        {t('off')} {first && <span className="small">{t(`enums:holiday.${day.holiday}`)}</span>}
      </span>
    );
  if (day.kind === 'makeup')
    return (
      <span className="day-mark on" title={t('makeup')}>
        {t('on')}
      </span>
    );
  return null;
}
