import { useQuery } from '@tanstack/react-query';
import { App, Button, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useOptions } from '../options';
import { RemovePart } from '../recordActions/RemovePart';
import type { SubjectKind } from './subject';
import { upload } from './upload';

/** Files lists what is attached to a record, and takes more. */
export function Files({ kind, id, may, onChange }: { kind: SubjectKind; id: string; may: boolean; onChange: () => void }) {
  const { t } = useTranslation('project');
  const { message } = App.useApp();
  const options = useOptions();
  const [evidence, setEvidence] = useState('other');
  const files = useQuery({
    queryKey: ['files', kind, id],
    queryFn: async () => must(await api.GET('/attachments', { params: { query: { subject_kind: kind, subject_id: id } } })).items,
  });
  return (
    <>
      <h2>
        {t('common:files')} <span className="muted">{files.data?.length ?? 0}</span>
      </h2>
      <ul className="list">
        {files.data?.map((f) => (
          <li key={f.id} style={{ padding: '4px 0' }}>
            <a href={`/api/v1/attachments/${f.id}`} className="link" style={{ overflowWrap: 'anywhere' }}>
              {f.name}
            </a>
            <span className="small muted">
              {[
                t(`enums:evidence.${f.kind}`),
                f.taken_on && t('takenOn', { on: f.taken_on }),
                f.latitude && f.longitude && `${f.latitude.toFixed(4)}, ${f.longitude.toFixed(4)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {may && <RemovePart kind="attachment" id={f.id} name={f.name} keys={['files', 'project']} />}
          </li>
        ))}
      </ul>
      {may && (
        <div style={{ display: 'flex', gap: 8, marginTop: 8 }}>
          <Select
            aria-label={t('evidence')}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ flex: 1, minWidth: 0 }}
            value={evidence}
            onChange={setEvidence}
            options={options('evidence')}
          />
          <Upload
            showUploadList={false}
            beforeUpload={(file) => {
              upload(kind, id, evidence, file).then(onChange, (e) => message.error(String(e.message)));
              return false;
            }}
          >
            <Button>{t('common:upload')}</Button>
          </Upload>
        </div>
      )}
    </>
  );
}
