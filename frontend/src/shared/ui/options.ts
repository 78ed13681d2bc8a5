import { useTranslation } from 'react-i18next';

/** useOptions gives the choices of an enumeration in the reader's language. */
export function useOptions(): (name: string) => { value: string; label: string }[] {
  const { t } = useTranslation('enums');
  return (name) => {
    const table = t(name, { returnObjects: true });
    return Object.entries(table).map(([value, label]) => ({ value, label: String(label) }));
  };
}
