import { useTranslation } from 'react-i18next';
import { daysBetween, money, percent } from '@/shared/lib/format';

/** Found is what a check found: facts are its numbers and names; key tells two findings of a kind apart. */
export type Found = { kind: string; key?: string; facts: Record<string, unknown> };

const amounts = ['reported', 'verified', 'limit', 'last_week', 'sum', 'signed_amount', 'capital'];

/** useFinding returns a function that explains in a sentence why a check found something. */
export function useFinding(): (f: Found) => string {
  const { t } = useTranslation('suspicion');
  const amount = (v: unknown) => {
    const m = money(Number(v));
    return `${m.value} ${m.unit && t(`common:${m.unit}`)}`.trim();
  };
  return ({ kind, key, facts: f }) => {
    const n = (name: string) => Number(f[name] ?? 0);
    const said = Object.fromEntries(Object.entries(f).map(([k, v]) => [k, amounts.includes(k) ? amount(v) : String(v)]));
    const words = {
      ...said,
      stage: t(`enums:stage.${f.stage}`),
      percent: kind === 'last_week' ? percent(n('last_week') / n('sum')) : percent(n('verified') / n('reported')),
      times: n('capital') > 0 ? Math.floor((n('signed_amount') / n('capital')) * 10) / 10 : '',
      early: kind === 'photo_date' ? daysBetween(String(f.dated_on), String(f.started_on)) : '',
    };
    return t(`finding.${kind}${variant(kind, key, f)}`, words);
  };
}

/** variant is which of a kind's sentences fits. */
function variant(kind: string, key: string | undefined, f: Found['facts']): string {
  if (kind === 'above_contract') return key === 'total' ? '.total' : '.contract';
  if (kind === 'photo_place') return 'km' in f ? '.apart' : '.same';
  return '';
}
