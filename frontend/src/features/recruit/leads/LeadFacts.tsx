import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { dateTime } from '@/shared/lib/format';
import { useMe } from '@/shared/session/me';
import { Facts } from '@/shared/ui/Facts';
import { Phone } from '@/shared/ui/record/Phone';
import { Due, Money } from '@/shared/ui/Show';

/** LeadFacts shows the facts of a lead, and what became of it. */
export function LeadFacts({ lead: l }: { lead: Schemas['LeadOut'] }) {
  const { t } = useTranslation('lead');
  const today = useMe()?.today;
  return (
    <Facts
      title={t('one')}
      items={[
        [
          t('company'),
          l.client_id ? (
            <Link to="/clients/$id" params={{ id: l.client_id }}>
              {l.client_name}
            </Link>
          ) : (
            l.company
          ),
          'company',
        ],
        [t('subject'), l.subject, 'subject'],
        [t('amount'), l.amount === null || l.amount === undefined ? '' : <Money yuan={l.amount} />, 'amount'],
        [t('channel'), t(`enums:channel.${l.channel}`), 'channel'],
        [t('referrer'), l.referrer, 'referrer'],
        [t('unit'), l.unit_name],
        [t('reportedOn'), l.reported_on],
        [t('receivedAt'), dateTime(l.received_at)],
        [t('owner'), l.owner_name, 'owner_id'],
        [t('nextOn'), l.next_on ? <Due date={l.next_on} left={l.next_left} today={today} /> : '', 'next_on'],
        [t('nextAction'), l.next_action, 'next_action'],
        [t('contactName'), l.contact_name, 'contact_name'],
        [t('contactPhone'), l.contact_phone ? <Phone masked={l.contact_phone} of="lead" id={l.id} /> : '', 'contact_phone'],
        [t('note'), l.note, 'note'],
        [
          t('project:one'),
          l.project_id ? (
            <Link to="/projects/$id" params={{ id: l.project_id }}>
              {l.project_name}
            </Link>
          ) : (
            ''
          ),
        ],
      ]}
    />
  );
}
