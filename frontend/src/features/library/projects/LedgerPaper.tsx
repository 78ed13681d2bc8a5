import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import type { Search } from '@/shared/ui/ListPage';
import { termsOf } from '@/shared/ui/list/terms';

/** LedgerPaper offers the filtered projects as a ledger in office form, to print or to send up. */
export function LedgerPaper({ search }: { search: Search }) {
  const { t } = useTranslation('project');
  if (!useMay()('export.run')) return null;
  const { sort: _, ...terms } = termsOf(search);
  const query = new URLSearchParams(terms).toString();
  const link = (ending: 'xlsx' | 'docx', label: string) => ({
    key: ending,
    label: <a href={`/api/v1/exports/project-ledger/${ending}?${query}`}>{label}</a>,
  });
  return (
    <Dropdown trigger={['click']} menu={{ items: [link('xlsx', t('ledgerXlsx')), link('docx', t('ledgerDocx'))] }}>
      <Button type="text">{t('ledgerPaper')}</Button>
    </Dropdown>
  );
}
