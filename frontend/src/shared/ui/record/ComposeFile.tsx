import { App, Button, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../options';
import type { SubjectKind } from './subject';
import { upload } from './upload';

/** ComposeFile uploads a file from the place where its record is written about. */
export function ComposeFile({ kind, id, onDone }: { kind: SubjectKind; id: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation('record');
  const { message } = App.useApp();
  const options = useOptions();
  const [evidence, setEvidence] = useState('other');
  const [busy, setBusy] = useState(false);
  async function send(file: File) {
    setBusy(true);
    try {
      await upload(kind, id, evidence, file);
      await onDone();
      void message.success(t('recorded'));
    } catch (e) {
      void message.error(e instanceof Error ? e.message : t('notSent'));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="compose-file">
      <Select
        aria-label={t('fileKind')}
        showSearch={{ optionFilterProp: 'label' }}
        value={evidence}
        onChange={setEvidence}
        options={options('evidence')}
      />
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button loading={busy}>{t('chooseFile')}</Button>
      </Upload>
    </div>
  );
}
