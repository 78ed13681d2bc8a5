import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { money } from '@/shared/lib/format';
import './targetBreakdown.css';

type Allotment = Schemas['AllotmentOut'];

/** isMoney reports whether an indicator is counted in 元. */
export const isMoney = (indicator: string) => indicator === 'funds' || indicator === 'signed_amount';

// More names than these are counted.
const mostNamed = 3;

/** useTargetBreakdown returns a function that describes how a target of the county was divided among its units, and which units have none. */
export function useTargetBreakdown() {
  const { t } = useTranslation('cockpit');
  return (a: Allotment, withNames = true) => {
    const n = (v: number) => {
      if (!isMoney(a.indicator)) return t('starts.count', { n: v });
      const m = money(v);
      return `${m.value} ${t(`common:${m.unit}`)}`;
    };
    const how = a.county === null ? 'none' : a.n === 0 ? 'undone' : a.gap > 0 ? 'short' : a.gap < 0 ? 'over' : 'even';
    const said = t(`handed.${how}`, {
      what: t(`handedWhat.${a.indicator}`),
      c: n(a.county ?? 0),
      s: n(a.units),
      g: n(Math.abs(a.gap)),
      n: a.n,
    });
    if (a.n === 0 || a.without.length === 0) return said;
    if (!withNames) return said + t('handed.withoutN', { n: a.without.length });
    const named = a.without.slice(0, mostNamed).join(t('dun'));
    const names = a.without.length > mostNamed ? t('handed.etc', { names: named, n: a.without.length }) : named;
    return said + t('handed.without', { names });
  };
}

/** TargetBreakdown sets the county's targets beside the sum of its units', a sentence for each indicator. */
export function TargetBreakdown({ all }: { all: Allotment[] }) {
  const { t } = useTranslation('cockpit');
  const say = useTargetBreakdown();
  if (all.length === 0) return null;
  return (
    <ul className="target-breakdown" data-testid="handed">
      {all.map((a) => (
        <li key={a.indicator}>
          {say(a)}
          {t('stop')}
        </li>
      ))}
    </ul>
  );
}
