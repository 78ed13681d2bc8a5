import { useTranslation } from 'react-i18next';

/** useLaneName returns a function that names a lane's stage, also the lane of projects without one. */
export function useLaneName(): (stage: string) => string {
  const { t } = useTranslation('project');
  return (stage) => (stage === 'NONE' ? t('board.none') : t(`enums:stage.${stage}`));
}
