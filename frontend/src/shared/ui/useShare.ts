import { useTranslation } from 'react-i18next';

/** useShare writes a probability or a share in whole percents, without digits that it does not have: 0 and 100 % are said of true 0 and 1 only. */
export function useShare(): (share: number | null | undefined) => string {
  const { t } = useTranslation();
  return (share) => {
    if (share === null || share === undefined) return '—';
    if (share > 0 && share < 0.01) return t('belowOne');
    if (share < 1 && share > 0.99) return t('aboveNinetyNine');
    return `${Math.round(share * 100)} %`;
  };
}
