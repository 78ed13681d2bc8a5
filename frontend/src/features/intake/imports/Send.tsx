import { Alert, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';

/** Send uploads a file; nothing of it is written yet. */
export function Send({ sent }: { sent: (id: string) => void }) {
  const { t } = useTranslation('imports');
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  async function send(file: File) {
    const body = new FormData();
    body.set('file', file);
    setBusy(true);
    setRefused('');
    try {
      sent(must(await api.POST('/imports', { body: {}, bodySerializer: () => body })).id);
    } catch (e) {
      const why = e instanceof ApiError ? e.problem.fields?.[0]?.message : undefined;
      setRefused(why ?? (e instanceof Error ? e.message : String(e)));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div>
      <Upload.Dragger
        accept=".xlsx,.xls,.csv,.txt,.tsv"
        showUploadList={false}
        height={180}
        disabled={busy}
        beforeUpload={(f) => {
          void send(f);
          return false;
        }}
      >
        <p>{t(busy ? 'reading' : 'drop')}</p>
        <p className="muted">{t('hint')}</p>
      </Upload.Dragger>
      {refused && <Alert className="import-refused" type="error" showIcon title={refused} />}
    </div>
  );
}
