import { Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, etag, must, newId } from '@/shared/api/client';
import { addDays } from '@/shared/lib/format';
import { DateInput } from '../form/DateInput';
import { type MentionText, mentioned } from '../mention/mentionText';

/** VisitLinks is whom a visit from a record is to, and what it is linked with. */
export type VisitLinks = { company: string; lead_ids?: string[]; client_ids?: string[]; project_ids?: string[]; enterprise_ids?: string[] };

/** VisitDraft is a visit being written down; sent again, it is the same one. */
export type VisitDraft = { id: string; way: 'out' | 'in'; on: string; met: string; step: string };

export const blankVisit = (today: string): VisitDraft => ({ id: newId(), way: 'out', on: today, met: '', step: '' });

const week = 7;

/** recordVisit records a visit as made, with its next step due in a week, or plans it where its day is still to come. The people it mentions are notified. */
export async function recordVisit(v: VisitDraft, said: MentionText, about: VisitLinks, today: string) {
  const links = { lead_ids: [], client_ids: [], project_ids: [], enterprise_ids: [], ...about };
  const later = v.on > today;
  const text = said.text.trim();
  const body = {
    id: v.id,
    way: v.way,
    on: v.on,
    place: '',
    party: [],
    purpose: later ? text : '',
    mentions: later ? mentioned(said) : [],
    starts_at: '',
    met: v.met,
    ...links,
  };
  const made = must(await api.POST('/visits', { body }));
  if (later) return;
  const steps = v.step.trim() ? [{ title: v.step.trim(), due_on: addDays(today, week) }] : [];
  must(
    await api.POST('/visits/{id}/complete', {
      params: { path: { id: made.id }, header: { 'If-Match': etag(made.version) } },
      body: { outcome: 'none', summary: text, met: v.met, steps, mentions: mentioned(said) },
    }),
  );
}

/** VisitLine holds the few fields that a visit needs besides its text. */
export function VisitLine({ value: v, onChange }: { value: VisitDraft; onChange: (v: VisitDraft) => void }) {
  const { t } = useTranslation('visit');
  return (
    <div className="compose-visit">
      <Segmented
        size="small"
        aria-label={t('way')}
        value={v.way}
        onChange={(way) => onChange({ ...v, way })}
        options={(['out', 'in'] as const).map((w) => ({ value: w, label: t(`enums:way.${w}`) }))}
      />
      <span className="compose-day">
        <DateInput live label={t('on')} value={v.on} onChange={(on) => onChange({ ...v, on: on ?? '' })} />
      </span>
      <Input aria-label={t('met')} placeholder={t('met')} value={v.met} onChange={(e) => onChange({ ...v, met: e.target.value })} />
      <Input
        aria-label={t('steps')}
        placeholder={t('record:nextStep')}
        value={v.step}
        onChange={(e) => onChange({ ...v, step: e.target.value })}
      />
    </div>
  );
}
