import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { planOf } from '@/features/pipeline/funds';
import type { Schemas } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Day, Money } from '@/shared/ui/Show';
import { useYear } from './form';
import { presentLeaders } from './Head';

/** ProjectFacts shows the facts of a project, each of which is changed in place. */
export function ProjectFacts({ project: p }: { project: Schemas['ProjectOut'] }) {
  const { t } = useTranslation('project');
  const year = useYear();
  const amount = (yuan: number | null | undefined) => (yuan === null || yuan === undefined ? '' : <Money yuan={yuan} />);
  const day = (date: string | undefined) => (date ? <Day date={date} /> : '');
  const yes = p.high_tech ? [t('common:yes'), p.high_tech_basis].filter(Boolean).join('，') : t('common:no');
  return (
    <>
      <Facts
        title={t('duty')}
        items={[
          [t('leaders'), presentLeaders(p), 'leader_ids'],
          [t('responsible'), p.responsible_unit, 'responsible_unit_id'],
          [t('attracting'), p.attracting_unit, 'attracting_unit_id'],
          [
            t('client'),
            p.client_id ? (
              <Link to="/clients/$id" params={{ id: p.client_id }}>
                {p.client_name}
              </Link>
            ) : (
              ''
            ),
            'clients',
          ],
          [t('channel'), p.channel && t(`enums:channel.${p.channel}`), 'channel'],
        ]}
      />
      <Facts
        title={t('basic')}
        items={[
          [t('name'), p.name, 'name'],
          [t('kind'), p.kind && t(`enums:kind.${p.kind}`), 'kind'],
          [t('industry'), p.industry_name, 'industry'],
          [t('chain'), p.chain, 'chain'],
          [t('construction'), p.construction && t(`enums:construction.${p.construction}`), 'construction'],
          [t('purpose'), p.purpose && t(`enums:purpose.${p.purpose}`), 'purpose'],
          [t('highTech'), yes],
          [t('content'), p.content, 'content'],
          [t('company'), p.company_name, 'company_name'],
          [t('companyCode'), p.company_code, 'company_code'],
        ]}
      />
      <Facts
        title={t('money')}
        items={[
          [t('total'), amount(p.total_investment), 'total_investment'],
          [t('contract'), amount(p.contract_amount), 'contract_amount'],
          [t('fixed'), amount(p.fixed_investment), 'fixed_investment'],
          [t('funds'), amount(p.funds_reported), 'funds_reported'],
          [t('yearPlan', { year }), amount(planOf(p, year)), 'year_plans'],
          [t('output'), amount(p.annual_output), 'annual_output'],
          [t('tax'), amount(p.annual_tax), 'annual_tax'],
          [t('jobs'), p.jobs !== null && p.jobs !== undefined && t('people', { n: p.jobs }), 'jobs'],
        ]}
      />
      <Facts
        title={t('landOf')}
        items={[
          [t('host'), p.host_unit, 'host_unit_id'],
          [t('site'), p.site, 'site'],
          [t('land'), p.land_mu ?? '', 'land_mu'],
        ]}
      />
      <Facts
        title={t('plan')}
        items={[
          [t('plannedStart'), day(p.planned_start), 'planned_start'],
          [t('plannedCompletion'), day(p.planned_completion), 'planned_completion'],
          [t('plannedProduction'), day(p.planned_production), 'planned_production'],
          [t('horizon'), p.horizon && t(`enums:horizon.${p.horizon}`), 'horizon'],
        ]}
      />
    </>
  );
}
