import { api, must } from '@/shared/api/client';
import type { SubjectKind } from './subject';

/** upload attaches a file of a kind to a record. */
export async function upload(kind: SubjectKind, id: string, evidence: string, file: File) {
  const body = new FormData();
  body.set('subject_kind', kind);
  body.set('subject_id', id);
  body.set('kind', evidence);
  body.set('file', file);
  return must(
    await api.POST('/attachments', {
      body: { subject_kind: kind, subject_id: id, kind: evidence },
      bodySerializer: () => body,
    }),
  );
}
