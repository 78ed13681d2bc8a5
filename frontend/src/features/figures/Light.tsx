import { useTranslation } from 'react-i18next';

const marks: Record<string, string> = { red: '■', yellow: '▲', blue: '◆', green: '●', none: '○' };

/** Light is a colour with its word and a shape of its own: for print, and for those who do not see colours. */
export function Light({ colour }: { colour: string }) {
  const { t } = useTranslation('enums');
  return (
    <span className={`light light-${colour}`}>
      <span aria-hidden="true">{marks[colour] ?? '○'}</span> {t(`colour.${colour}`)}
    </span>
  );
}
