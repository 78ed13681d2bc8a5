import { money } from '@/shared/lib/format';
import type { Notice } from './data';

type Say = (key: string, options?: Record<string, unknown>) => string;

/** what returns what happened, in one sentence. */
export function what(n: Notice, t: Say): string {
  const d = n.details;
  const text = (key: string) => (typeof d[key] === 'string' ? d[key] : '');
  const about = text('about');
  switch (n.kind) {
    case 'stage_moved':
    case 'to_verify':
      return typeof d.amount === 'number'
        ? t('verifyFund', { amount: moneyText(d.amount, t) })
        : t(n.kind, { to: t(`enums:stage.${text('to')}`) });
    case 'verdict':
      return [
        text('to')
          ? t(d.agrees === false ? 'notRecognised' : 'confirmed', { to: t(`enums:stage.${text('to')}`) })
          : t(d.agrees === false ? 'reduced' : 'confirmed', { to: t('funds') }),
        text('note'),
      ]
        .filter(Boolean)
        .join('：');
    case 'commented':
    case 'mentioned':
      return [t(n.kind), text('text') || text('summary')].filter(Boolean).join('：');
    case 'filed':
      return t('filed', { name: text('name') });
    case 'step_due':
    case 'step_overdue':
      return t(n.kind, { about, on: text('on') });
    case 'lead_idle':
      return t('lead_idle', { about, days: d.days, since: text('since') });
    case 'assigned':
      return typeof d.count === 'number' && n.subject_kind === 'batch'
        ? t('assignedMany', { n: d.count, list: t(`enums:subject.${text('list')}`) })
        : t('assigned');
    case 'should_have_begun':
      return t('should_have_begun', { on: text('on') });
    case 'suspected':
      return t('suspected', { kind: t(`enums:suspicion.${text('kind')}`) });
    case 'import_done':
      return t('import_done', { created: d.created, updated: d.updated, refused: d.refused });
    default:
      return t(n.kind);
  }
}

/** about names the record of a notice, or the first records of many. */
export function about(n: Notice, t: Say): string {
  if (n.subject_kind !== 'batch') return n.title;
  const names = typeof n.details.names === 'string' ? n.details.names : '';
  return Number(n.details.count) > names.split('、').length ? t('andOthers', { names }) : names;
}

function moneyText(yuan: number, t: Say): string {
  const m = money(yuan);
  return `${m.value} ${t(`common:${m.unit || 'wan'}`)}`;
}
