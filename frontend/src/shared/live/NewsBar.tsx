import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNews } from './live';

/** NewsBar shows that others changed rows of a list, and reloads the list on request: nothing moves by itself. */
export function NewsBar({ list, refetch }: { list: string; refetch: () => unknown }) {
  const { t } = useTranslation();
  const n = useNews((s) => s.lists[list]?.length ?? 0);
  const read = useNews((s) => s.read);
  if (n === 0) return null;
  return (
    <div className="news" role="status">
      {t('news', { n })}{' '}
      <Button
        size="small"
        type="link"
        onClick={() => {
          read(list);
          void refetch();
        }}
      >
        {t('readNews')}
      </Button>
    </div>
  );
}
