import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, etag, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { FormDrawer, type Values } from '@/shared/ui/FormDrawer';
import { useOptions } from '@/shared/ui/options';
import { useSeenName } from '@/shared/ui/ruleNames';
import { faultsOf, type Gate, gateOf, type Paper, papersOf, withGate } from './gateForm';
import { PaperLines } from './PaperLines';

/** EditGate changes what one stage asks for; a ready rule may be taken over into it. */
export function EditGate({ gate, held }: { gate: Gate; held: Schemas['GatesOut'] }) {
  const { t } = useTranslation('rules');
  const options = useOptions();
  const seen = useSeenName();
  const client = useQueryClient();
  const [from, setFrom] = useState<Gate>();
  // The version that was read when the form opened is the one it writes over.
  const [over, setOver] = useState(held);
  const [papers, setPapers] = useState<Paper[]>([]);
  const [equipment, setEquipment] = useState<Paper[]>([]);
  const [faults, setFaults] = useState<Record<number, string>>({});
  if (!useMay()('rule.manage')) return null;
  const ready = held.ready.find((g) => g.stage === gate.stage && JSON.stringify(g) !== JSON.stringify(gate));
  const stage = t(`enums:stage.${gate.stage}`);
  const names = new Map(Object.keys(t('seen', { returnObjects: true })).map((k) => [seen(k), k]));
  function begin(g: Gate) {
    setOver(held);
    setPapers(papersOf(g.needs));
    setEquipment(papersOf(g.equipment));
    setFaults({});
    setFrom(g);
  }
  async function save(v: Values) {
    const items = withGate(over.items, gateOf(gate.stage, v, papers, equipment, names));
    try {
      must(await api.PUT('/gates', { params: { header: { 'If-Match': etag(over.version) } }, body: { items } }));
    } catch (e) {
      if (e instanceof ApiError) setFaults(faultsOf(e.problem.fields, items, gate.stage, papers, equipment));
      throw e;
    }
    await Promise.all(['gates', 'stage'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  }
  return (
    <span className="actions">
      {ready && <Button onClick={() => begin(ready)}>{t('takeOver')}</Button>}
      <Button aria-label={`${t('common:edit')} ${stage}`} onClick={() => begin(gate)}>
        {t('common:edit')}
      </Button>
      <FormDrawer
        title={`${t('gate')} · ${stage}`}
        hint={from && from === ready ? t('takenOver') : undefined}
        open={from !== undefined}
        onClose={() => setFrom(undefined)}
        record={`gate/${gate.stage}/${over.version}/${from === ready}`}
        initial={{
          fields: from?.needs.flatMap((n) => (n.field ? [n.field] : [])),
          visit: from?.needs.some((n) => n.visit),
          not_counted: from?.not_counted.map(seen),
        }}
        fields={[
          { key: 'fields', label: t('allFields'), type: 'multi', options: options('field') },
          { key: 'visit', label: t('project:visit'), type: 'switch' },
          { key: 'not_counted', label: t('notCounted'), type: 'list', help: t('notCountedNote') },
        ]}
        submit={save}
      >
        <PaperLines title={t('papers')} papers={papers} change={setPapers} faults={faults} />
        <PaperLines title={t('equipmentPapers')} note={t('equipmentNote')} papers={equipment} change={setEquipment} faults={faults} />
      </FormDrawer>
    </span>
  );
}
