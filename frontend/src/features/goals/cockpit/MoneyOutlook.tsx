import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { Money } from '@/shared/ui/Show';

/** MoneyOutlook shows how much money may be in place by the end of the year, verified and reported, beside the target. */
export function MoneyOutlook({ o }: { o: Schemas['FundsOutlookOut'] }) {
  const { t } = useTranslation('figures');
  const one = (kind: 'verified' | 'reported') => {
    const m = o[kind];
    if (m.expected === null) return null;
    return (
      <span>
        {t(kind)} <Money yuan={m.expected} />（{t('eightOfTen')} <Money yuan={m.low} />—<Money yuan={m.high} />）
      </span>
    );
  };
  if (o.verified.expected === null && o.reported.expected === null) return <p className="fine">{t('moneyTooFew')}</p>;
  return (
    <p className="fine">
      {t('moneyOutlook')} {one('verified')} {o.verified.expected !== null && o.reported.expected !== null && ' · '} {one('reported')}
      {o.target !== null && (
        <>
          {' '}
          · {t('target')} <Money yuan={o.target} />
        </>
      )}
      <span className="small"> · {t('moneyNote', { n: o.reported.months })}</span>
    </p>
  );
}
