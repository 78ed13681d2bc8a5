import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import type { Filter } from './types';

/** useImportFilter narrows a list to what one import brought; only an address asks for it. */
export function useImportFilter(): Filter {
  const { t } = useTranslation('list');
  const { import_id: id = '' }: { import_id?: string } = useSearch({ strict: false });
  const may = useMay();
  const one = useQuery({
    queryKey: ['import', id],
    queryFn: async () => must(await api.GET('/imports/{id}', { params: { path: { id } } })),
    enabled: id !== '' && may('import.run'),
  });
  return { key: 'import_id', label: t('fromImport'), options: [{ value: id, label: one.data?.file_name ?? t('oneImport') }], kept: true };
}
