import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Day, Money } from '@/shared/ui/Show';

/** EnterpriseFacts shows the facts of a local enterprise. */
export function EnterpriseFacts({ enterprise: e }: { enterprise: Schemas['EnterpriseOut'] }) {
  const { t } = useTranslation('enterprise');
  const leaders = e.leaders
    .filter((l) => !l.to_on)
    .map((l) => l.name)
    .join('、');
  return (
    <Facts
      title={t('one')}
      items={[
        [t('name'), e.name, 'name'],
        [t('creditCode'), e.credit_code, 'credit_code'],
        [t('client:capital'), e.registered_capital ? <Money yuan={e.registered_capital} /> : '', 'registered_capital'],
        [t('state'), t(`enums:operating.${e.state}`), 'state'],
        [t('since'), e.state_since ? <Day date={e.state_since} /> : '', 'state_since'],
        [t('host'), e.host_unit, 'host_unit_id'],
        [t('unit'), e.unit_name],
        [t('industry'), e.industry_name, 'industry'],
        [t('aboveScale'), t(e.above_scale ? 'common:yes' : 'common:no'), 'above_scale'],
        [t('products'), e.products, 'products'],
        [t('upstream'), e.upstream, 'upstream'],
        [t('downstream'), e.downstream, 'downstream'],
        [t('leaders'), leaders, 'leader_ids'],
        [t('requests'), e.requests, 'requests'],
      ]}
    />
  );
}
