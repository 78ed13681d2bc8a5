import { useTranslation } from 'react-i18next';
import './light.css';

const known = ['red', 'yellow', 'blue', 'green'];

/** Light is a shape and its word; only a red one is coloured and bold. What is not known is a ring, never green. */
export function Light({ colour }: { colour: string }) {
  const { t } = useTranslation('enums');
  return <span className={`light light-${known.includes(colour) ? colour : 'none'}`}>{t(`colour.${colour || 'none'}`)}</span>;
}
