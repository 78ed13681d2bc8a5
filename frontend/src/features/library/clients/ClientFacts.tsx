import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Money } from '@/shared/ui/Show';
import { Contacts } from './Contacts';

type Client = Schemas['ClientOut'];

/** ClientFacts shows the facts of a client in three fixed blocks, with its contacts. */
export function ClientFacts({ client: c, may = false }: { client: Client; may?: boolean }) {
  const { t } = useTranslation('client');
  return (
    <>
      <Facts
        title={t('profile')}
        items={[
          [t('name'), c.name, 'name'],
          [t('creditCode'), c.credit_code, 'credit_code'],
          [t('class'), c.investor_class && t(`enums:investor.${c.investor_class}`), 'investor_class'],
          [t('tiers'), c.tiers?.map((x) => t(`enums:tier.${x}`)).join('、'), 'tiers'],
          [t('capital'), c.registered_capital ? <Money yuan={c.registered_capital} /> : '', 'registered_capital'],
          [t('origin'), c.origin_name, 'origin_name'],
          [t('strength'), c.strength, 'strength'],
          [t('terms'), c.terms, 'terms'],
          [t('needs'), c.needs, 'needs'],
          [t('key'), t(c.key_account ? 'common:yes' : 'common:no'), 'key_account'],
          [t('owner'), c.owner_name, 'owner_id'],
          [t('unit'), c.unit_name],
        ]}
      />
      <Contacts client={c.id} all={c.contacts} may={may} />
    </>
  );
}
