import { useTranslation } from 'react-i18next';

/** useOptions returns the choices of an enumeration in the reader's language; ns where it is not one of the common ones. */
export function useOptions(): (name: string, ns?: string) => { value: string; label: string }[] {
  const { t } = useTranslation('enums');
  return (name, ns = 'enums') => {
    const table = t(`${ns}:${name}`, { returnObjects: true });
    return Object.entries(table).map(([value, label]) => ({ value, label: String(label) }));
  };
}
