import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Editor } from '../Editor';
import type { Field, Values } from '../FormDrawer';
import { useOptions } from '../options';
import { ListPage } from './ListPage';
import type { Filter, ListProps, Ready } from './types';
import { useCounted } from './useCounted';
import { useImportFilter } from './useImportFilter';

type Kind = 'client' | 'enterprise' | 'lead' | 'visit';

type Props<T> = Pick<ListProps<T>, 'load' | 'columns' | 'card' | 'batch' | 'groups' | 'order' | 'drawer'> & {
  kind: Kind;
  /** ready are the views that everybody has, besides the whole list and the records that one follows. */
  ready: Ready[];
  /** filters are the subject's own; moreFilters come after those that every subject has. */
  filters: Filter[];
  moreFilters?: Filter[];
  keywordHint?: string;
  /** create is the form of a new record, with what it starts from and the queries that show it. */
  create: { fields: Field[]; initial: Values; keys?: string[]; save: (v: Values) => Promise<unknown>; help?: ReactNode };
};

// Visits to the same company are no duplicates.
const duplicates = { client: 'client', enterprise: 'enterprise', lead: 'lead', visit: undefined } as const;

/** SubjectList is what the lists of clients, enterprises, leads and visits have in common: their address, rights, views, filters and new record. */
export function SubjectList<T extends { id: string }>({ kind, ready, filters, moreFilters = [], keywordHint, create, ...p }: Props<T>) {
  const { t } = useTranslation(kind);
  const options = useOptions();
  const list = `${kind}s` as const;
  const mayWrite = useMay()(`${kind}.write`);
  const views = useCounted(list, p.load, [
    { key: 'all', name: '', terms: {} },
    ...ready,
    { key: 'watched', name: t('list:iWatch'), terms: { watched: 'true' } },
  ]);
  const imported = useImportFilter();
  return (
    <ListPage<T>
      {...p}
      title={t(`nav:${list}`)}
      queryKey={list}
      exports={list}
      views={list}
      path={`/${list}`}
      mayEdit={mayWrite}
      batch={mayWrite ? p.batch : undefined}
      rowKey={(r) => r.id}
      ready={views}
      filters={[
        { key: 'q', label: t('common:keyword'), hint: keywordHint ?? t('common:keywordHint') },
        ...filters,
        { key: 'without', label: t('lead:unfilled'), options: options('without', kind), many: true },
        { key: 'watched', label: t('list:watched'), options: [{ value: 'true', label: t('common:yes') }] },
        ...moreFilters,
        imported,
      ]}
      actions={
        mayWrite && (
          <>
            {create.help}
            <Editor
              primary
              duplicates={duplicates[kind]}
              hotkey="c"
              label={t('new')}
              title={t('new')}
              fields={create.fields}
              initial={create.initial}
              save={create.save}
              keys={create.keys ?? [list]}
            />
          </>
        )
      }
    />
  );
}
