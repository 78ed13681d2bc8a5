import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOptions } from '@/shared/ui/options';
import { newPaper, type Paper } from './gateForm';

type Props = { title: string; note?: string; papers: Paper[]; change: (papers: Paper[]) => void; faults: Record<number, string> };

/** PaperLines is the list of papers that a gate asks for, each with what may stand for it. */
export function PaperLines({ title, note, papers, change, faults }: Props) {
  const { t } = useTranslation('rules');
  const put = (one: Paper) => change(papers.map((p) => (p.id === one.id ? one : p)));
  return (
    <fieldset className="papers-of">
      <legend>{title}</legend>
      {note && <p className="small muted">{note}</p>}
      {papers.map((p, i) => (
        <Line key={p.id} n={i + 1} paper={p} fault={faults[p.id]} put={put} drop={() => change(papers.filter((x) => x.id !== p.id))} />
      ))}
      <Button onClick={() => change([...papers, newPaper()])}>{t('addPaper')}</Button>
    </fieldset>
  );
}

function Line({ n, paper, fault, put, drop }: { n: number; paper: Paper; fault?: string; put: (p: Paper) => void; drop: () => void }) {
  const { t } = useTranslation('rules');
  const kinds = useOptions()('evidence');
  const name = t('paper', { n });
  const list = { mode: 'multiple', options: kinds, optionFilterProp: 'label' } as const;
  return (
    <fieldset className="paper-line" aria-label={name}>
      <span className="paper-kinds">
        <Select
          {...list}
          aria-label={`${name} · ${t('paperKinds')}`}
          placeholder={t('paperKinds')}
          status={fault ? 'error' : undefined}
          value={paper.kinds}
          onChange={(k) => put({ ...paper, kinds: k })}
        />
        <Button type="text" size="small" aria-label={t('dropPaper', { n })} onClick={drop}>
          ×
        </Button>
      </span>
      <Checkbox checked={paper.reasoned} onChange={(e) => put({ ...paper, reasoned: e.target.checked })}>
        {t('byReason')}
      </Checkbox>
      {paper.reasoned && (
        <Select
          {...list}
          aria-label={`${name} · ${t('insteadKinds')}`}
          placeholder={t('insteadKinds')}
          value={paper.instead}
          onChange={(k) => put({ ...paper, instead: k })}
        />
      )}
      {fault && (
        <span role="alert" className="paper-fault">
          {fault}
        </span>
      )}
    </fieldset>
  );
}
