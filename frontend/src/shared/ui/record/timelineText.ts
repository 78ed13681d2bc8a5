import type { Schemas } from '@/shared/api/client';
import { money } from '@/shared/lib/format';
import type { Field } from '../form/field';

type Entry = Schemas['TimelineEntry'];
type Say = (key: string) => string;

/** actorName returns the name of who did something; what the product did itself has a name in the texts: "system.import" is the ledger import. */
export function actorName(name: string, t: Say): string {
  return name.startsWith('system.') ? t(`enums:actor.${name.slice(7)}`) : name;
}

/** labelOf returns a field's label in its form, or what the product calls the field elsewhere. */
export function labelOf(key: string, fields: Field[], t: Say): string {
  const field = fields.find((f) => f.key === key);
  if (field) return field.label;
  const said = t(`record:field.${key}`);
  return said.endsWith(`field.${key}`) ? t('record:field.other') : said;
}

/** timelineText returns an entry's details in words, in the reader's language. */
export function timelineText(e: Entry, t: Say): string {
  const d = e.details;
  const text = (key: string) => (typeof d[key] === 'string' ? d[key] : '');
  const amount = () => {
    const m = money(typeof d.amount === 'number' ? d.amount : null);
    return m.unit ? `${m.value} ${t(`common:${m.unit}`)}` : '';
  };
  const join = (...parts: string[]) => parts.filter(Boolean).join(' · ');
  switch (e.action.split('.')[0]) {
    case 'stage': {
      if (e.action === 'stage.explain') return join(paperName(text('need'), t), text('note') || t('record:reasonBack'));
      const way = [text('from') && t(`enums:stage.${text('from')}`), '→', text('to') && t(`enums:stage.${text('to')}`)];
      const why = text('reason') === 'ledger' ? '' : text('reason');
      return join(e.action === 'stage.move' ? way.filter(Boolean).join(' ') : t(`enums:stage.${text('to')}`), text('note'), why);
    }
    case 'visit':
      return join(text('way') && t(`enums:way.${text('way')}`), e.title, text('met'), text('summary'));
    case 'note':
      return text('text');
    case 'attachment':
      return join(t(`enums:evidence.${text('kind')}`), text('name'));
    case 'follow_up':
      return e.action === 'follow_up.move' ? `${text('title')} ${text('from')} → ${text('to')}` : text('title');
    case 'fund':
      return join(text('category') && t(`enums:fundCategory.${text('category')}`), amount(), text('note'));
    case 'signing':
      return join(text('kind') && t(`signing:kind.${text('kind')}`), amount(), text('note'));
    case 'split':
      return text('note');
  }
  return e.changes.length > 0 ? '' : e.title;
}

/** paperName names what a gate asks for by the name of the need: one paper, or one of several. */
export function paperName(need: string, t: Say): string {
  const kinds = need.split(' ').filter((k) => k !== 'any');
  return kinds.map((k) => t(`enums:evidence.${k.replace('evidence.', '')}`)).join(t('project:or'));
}
