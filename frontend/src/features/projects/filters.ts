import { useTranslation } from 'react-i18next';
import type { Filter } from '@/shared/ui/ListPage';
import { useOptions } from '@/shared/ui/options';
import { useUnits } from '@/shared/ui/Pick';
import { stages } from '@/shared/ui/Show';

/** useProjectFilters are the fields that narrow projects, in the table and on the board alike. */
export function useProjectFilters(): Filter[] {
  const { t } = useTranslation('project');
  const options = useOptions();
  const units = useUnits();
  return [
    { key: 'q', label: t('common:keywordHint') },
    { key: 'stage', label: t('stage'), options: stages.map((s) => ({ value: s, label: t(`enums:stage.${s}`) })) },
    { key: 'unit_id', label: t('responsible'), options: units.map((u) => ({ value: u.id, label: u.name })), width: 170 },
    { key: 'status', label: t('status'), options: options('status') },
    { key: 'kind', label: t('kind'), options: options('kind') },
    { key: 'channel', label: t('channel'), options: options('channel') },
    { key: 'reached', label: t('stage'), options: stages.map((s) => ({ value: s, label: `≥ ${t(`enums:stage.${s}`)}` })) },
    { key: 'not_reached', label: t('stage'), options: stages.map((s) => ({ value: s, label: `< ${t(`enums:stage.${s}`)}` })) },
    { key: 'going', label: t('going'), options: [{ value: 'true', label: t('common:yes') }] },
    { key: 'started_from', label: t('startedFrom') },
    { key: 'produced_from', label: t('producedFrom') },
    { key: 'signed_from', label: t('report:from') },
    { key: 'signed_to', label: t('report:toDate') },
  ];
}
