import { useTranslation } from 'react-i18next';
import type { Filter } from '@/shared/ui/ListPage';
import { useImportFilter } from '@/shared/ui/list/useImportFilter';
import { useOptions } from '@/shared/ui/options';
import { usePeople, useUnits } from '@/shared/ui/Pick';
import { stages } from '@/shared/ui/Show';

/** useProjectFilters are the fields that narrow projects, in every shape alike. */
export function useProjectFilters(): Filter[] {
  const { t } = useTranslation('project');
  const options = useOptions();
  const units = useUnits().map((u) => ({ value: u.id, label: u.name }));
  const leaders = usePeople(true);
  const yes = { value: 'true', label: t('common:yes') };
  const yesNo = [yes, { value: 'false', label: t('common:no') }];
  const stage = (sign: string) => stages.map((s) => ({ value: s, label: `${sign}${t(`enums:stage.${s}`)}` }));
  return [
    { key: 'q', label: t('common:keyword'), hint: t('common:keywordHint') },
    { key: 'stage', label: t('stage'), options: [{ value: 'NONE', label: t('board.none') }, ...stage('')], many: true },
    { key: 'unit_id', label: t('responsible'), options: units },
    { key: 'light', label: t('light'), options: options('colour').filter((o) => o.value !== 'blue'), many: true },
    { key: 'leader_id', label: t('leaders'), options: leaders },
    { key: 'host_unit_id', label: t('host'), options: units },
    { key: 'status', label: t('status'), options: options('status'), many: true },
    { key: 'kind', label: t('kind'), options: options('kind'), many: true },
    { key: 'channel', label: t('channel'), options: options('channel'), many: true },
    { key: 'key_level', label: t('keyLevel'), options: options('level', 'people'), many: true },
    { key: 'reached', label: t('reached'), options: stage('≥ ') },
    { key: 'not_reached', label: t('notReached'), options: stage('< ') },
    { key: 'denied', label: t('deniedFilter'), options: [yes] },
    { key: 'min_investment', label: t('minInvestment'), kind: 'money' },
    { key: 'below_investment', label: t('belowInvestment'), kind: 'money' },
    { key: 'horizon', label: t('horizon'), options: options('horizon') },
    { key: 'industrial', label: t('isIndustrial'), options: yesNo },
    { key: 'high_tech', label: t('isHighTech'), options: yesNo },
    { key: 'going', label: t('going'), options: [yes] },
    { key: 'should_have_begun', label: t('shouldBegin'), kind: 'day' },
    { key: 'stale_before', label: t('staleBefore'), kind: 'day' },
    { key: 'signed_from', label: t('signedFrom'), kind: 'day' },
    { key: 'signed_to', label: t('signedTo'), kind: 'day' },
    { key: 'started_from', label: t('startedFrom'), kind: 'day' },
    { key: 'produced_from', label: t('producedFrom'), kind: 'day' },
    { key: 'evidence', label: t('holdsPapers'), options: options('evidence'), many: true },
    { key: 'without', label: t('unfilled'), options: options('without', 'project'), many: true },
    { key: 'watched', label: t('list:watched'), options: [yes] },
    { key: 'one_sheet', label: t('oneSheet'), options: [yes] },
    { key: 'mine', label: t('readyView.mine'), options: [yes], kept: true },
    { key: 'attracting_unit_id', label: t('attracting'), options: units, kept: true },
    { key: 'chain', label: t('chain'), kept: true },
    { key: 'section', label: t('industry'), kept: true },
    useImportFilter(),
  ];
}
