import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Money } from '@/shared/ui/Show';
import { VerifyFund } from './VerifyFund';

/** FundEntries lists the payments behind money in place, and lets a verifier say what of each is there. */
export function FundEntries({ project, entries }: { project: string; entries: Schemas['FundOut'][] }) {
  const { t } = useTranslation('figures');
  const may = useMay()('stage.confirm');
  return (
    <ul className="list">
      {entries.map((f) => (
        <li key={f.id}>
          <span className="two">
            <span>
              {t(`enums:fundCategory.${f.category}`)} <Money yuan={f.amount} />
            </span>
            <span className="small">
              {f.paid_on} · {f.voucher} · {f.verified === null ? t('waiting') : <Money yuan={f.verified} />}
            </span>
          </span>
          {may && <VerifyFund project={project} entry={f} keys={['funds', 'project']} />}
        </li>
      ))}
    </ul>
  );
}
