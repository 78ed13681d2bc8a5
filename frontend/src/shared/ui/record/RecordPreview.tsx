import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Compose } from './Compose';
import type { VisitLinks } from './ComposeVisit';
import { type BoundSheet, SheetProvider } from './sheet';
import { Timeline } from './Timeline';

/** RecordPreview is a record beside its list: what it is, its facts changed in place, a line of progress and what was last. */
export function RecordPreview(p: { sheet: BoundSheet; title: ReactNode; sub?: ReactNode; about?: VisitLinks; children: ReactNode }) {
  const { t } = useTranslation('record');
  const { kind, id } = p.sheet;
  return (
    <SheetProvider value={p.sheet}>
      <div className="small muted">{p.sub}</div>
      <h2>{p.title}</h2>
      <div className="facts">{p.children}</div>
      <h3>{t('latest')}</h3>
      <Compose kind={kind} id={id} about={p.about} may={p.sheet.may} only="progress" />
      <Timeline kind={kind} id={id} short />
    </SheetProvider>
  );
}
