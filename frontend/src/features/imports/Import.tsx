import { useNavigate, useSearch } from '@tanstack/react-router';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Help } from '@/shared/ui/Help';
import { Failed, Loading } from '@/shared/ui/State';
import { Check } from './Check';
import { type Import as Kept, useImport } from './data';
import { History } from './History';
import { Send } from './Send';
import { Writing } from './Writing';

/** Import is the way of a ledger into the libraries: sent, checked, written, and undone within 30 days. */
export default function Import() {
  const { t } = useTranslation('imports');
  const { id }: { id?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = (next?: string) => navigate({ to: '/imports', search: { id: next } as never });
  if (id) return <One id={id} close={() => open()} />;
  return (
    <div className="page">
      <Head step={0} title={t('title')} />
      <Send sent={open} />
      <History open={open} />
    </div>
  );
}

function One({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation('imports');
  const one = useImport(id);
  const i: Kept | undefined = one.data;
  const checking = i?.state === 'checking';
  return (
    <div className="page">
      <Head step={!i || checking ? 1 : i.state === 'writing' || i.state === 'stopped' ? 2 : 3} title={t('title')} file={i?.file_name} />
      {one.isPending && <Loading />}
      {one.isError && <Failed error={one.error} retry={close} />}
      {i && checking && <Check i={i} close={close} />}
      {i && !checking && <Writing i={i} close={close} />}
    </div>
  );
}

function Head({ step, title, file }: { step: number; title: string; file?: string }) {
  const { t } = useTranslation('imports');
  return (
    <div className="page-head">
      <h1>
        {title} {file && <small className="import-file">{file}</small>}
        <Help topic="import" />
      </h1>
      <Steps
        className="import-steps"
        size="small"
        current={step}
        items={[{ title: t('common:upload') }, { title: t('check') }, { title: t('write') }, { title: t('undo') }]}
      />
    </div>
  );
}
