import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Help } from '@/shared/ui/Help';
import { Failed, Loading } from '@/shared/ui/State';
import { Check } from './Check';
import { type Import as Kept, useImport, useSheets } from './data';
import { History } from './History';
import { Send } from './Send';
import { Steps } from './Steps';
import { Writing } from './Writing';
import './imports.css';

/** Import is the way of a ledger into the libraries: sent, checked, written, and undone within 30 days. */
export default function Import() {
  const { t } = useTranslation('imports');
  const { id }: { id?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = (next?: string) => navigate({ to: '/imports', search: { id: next } });
  if (id) return <One key={id} id={id} close={() => open()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('title')}
          <Help topic="import" />
        </h1>
        <Steps at={0} />
      </div>
      <Send sent={open} />
      <History open={open} />
    </div>
  );
}

/** How far along the way an import has come, by its state. */
const far = { checking: 2, writing: 3, stopped: 3, written: 4, undone: 5 };

function One({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation('imports');
  const one = useImport(id);
  const i = one.data;
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('title')} {i && <small className="import-file">{i.file_name}</small>}
        </h1>
        {i?.state === 'checking' ? <Checking i={i} /> : <Steps at={i ? far[i.state] : 1} over={i?.state === 'written'} />}
      </div>
      {one.isPending && <Loading />}
      {one.isError && <Failed error={one.error} retry={close} />}
      {i && (i.state === 'checking' ? <Check i={i} close={close} /> : <Writing i={i} close={close} />)}
    </div>
  );
}

/** Checking shows the steps of recognising or of checking: until a sheet is recognised there is nothing to check. */
function Checking({ i }: { i: Kept }) {
  const sheets = useSheets(i).data?.sheets;
  return <Steps at={sheets?.some((s) => s.kind !== '') ? 2 : 1} />;
}
