import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';

/** useRateName names a rate: the four by their names of the trade, others by their two stages. */
export function useRateName() {
  const { t, i18n } = useTranslation(['rules', 'report']);
  return (p: Schemas['PresetWire']) =>
    i18n.exists(`report:rateName.${p.key}`)
      ? t(`report:rateName.${p.key}`)
      : t('rateOf', { n: t(`enums:stage.${p.numerator_stage}`), d: t(`enums:stage.${p.denominator_stage}`) });
}

/** useSeenName names a work that is no start; what the office wrote itself is its own name. */
export function useSeenName() {
  const { t } = useTranslation('rules');
  return (key: string) => t(`seen.${key}`, { defaultValue: key });
}

/** useItemName names an item of the assessment; what the office wrote itself is its own name. */
export function useItemName() {
  const { t } = useTranslation('rules');
  return (key: string) => t(`item.${key}`, { defaultValue: key });
}
