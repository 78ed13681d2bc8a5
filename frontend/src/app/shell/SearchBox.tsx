import { useTranslation } from 'react-i18next';
import { Icon } from '@/shared/ui/Icon';

/** SearchBox looks like a field and opens the palette, which is loaded only then. */
export function SearchBox({ open }: { open: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="search" aria-keyshortcuts="Control+K" aria-haspopup="dialog" onClick={open}>
      <Icon name="search" />
      <span>{t('search')}</span>
      <kbd>{t('paletteKey')}</kbd>
    </button>
  );
}
