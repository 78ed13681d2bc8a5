import { useTranslation } from 'react-i18next';
import { dateTime } from '@/shared/lib/format';
import { Failed } from '@/shared/ui/State';
import { type Import, useImports } from './data';
import { Undo } from './Undo';
import { Figures } from './Writing';

/** History is the earlier imports: what each did, and its undo while there is one. */
export function History({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('imports');
  const list = useImports();
  if (list.isError) return <Failed error={list.error} retry={() => list.refetch()} />;
  if (!list.data?.length) return null;
  return (
    <section className="import-history">
      <h2>{t('earlier')}</h2>
      <ul className="import-list">
        {list.data.map((i) => (
          <li key={i.id}>
            <span>
              <button type="button" className="link" onClick={() => open(i.id)}>
                {i.file_name}
              </button>
              <span className="small muted">
                {i.by_name} · {dateTime(i.created_at)}
              </span>
            </span>
            <span>
              <Did i={i} />
            </span>
            <Undo i={i} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Did({ i }: { i: Import }) {
  const { t } = useTranslation('imports');
  return (
    <>
      {t(`state.${i.state}`)} <span className="small muted">{i.state !== 'checking' && <Figures i={i} />}</span>
    </>
  );
}
