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
  const yesNo = [
    { value: 'true', label: t('common:yes') },
    { value: 'false', label: t('common:no') },
  ];
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
    { key: 'horizon', label: t('horizon'), options: options('horizon') },
    { key: 'min_investment', label: t('atLeast') },
    { key: 'below_investment', label: t('below') },
    { key: 'industrial', label: t('isIndustrial'), options: yesNo },
    { key: 'high_tech', label: t('isHighTech'), options: yesNo },
    { key: 'one_sheet', label: t('oneSheet'), options: yesNo.slice(0, 1) },
    { key: 'should_have_begun', label: t('shouldBegin') },
    { key: 'stale_before', label: t('staleBefore') },
    { key: 'evidence', label: t('holdsPapers'), options: options('evidence') },
    { key: 'started_from', label: t('startedFrom') },
    { key: 'produced_from', label: t('producedFrom') },
    { key: 'signed_from', label: t('report:from') },
    { key: 'signed_to', label: t('report:toDate') },
  ];
}
