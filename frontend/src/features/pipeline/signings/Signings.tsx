import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must, newId, type Schemas } from '@/shared/api/client';
import type { Choices, Complete } from '@/shared/api/complete';
import { shownDay } from '@/shared/lib/eventDay';
import { useMay, useMe } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Field, Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { useOptions } from '@/shared/ui/options';
import { Money } from '@/shared/ui/Show';

type Signing = Schemas['SigningEventOut'];

const signingKinds = { FIRST: true, UPGRADE: true, INCREMENT: true, REPLACED: true } satisfies Choices<Schemas['SigningIn']['kind']>;

/** signingBody returns a record of a signing as it is sent. */
function signingBody(values: Values, corrects?: Signing) {
  const v = readForm(values);
  return {
    id: newId(),
    kind: v.mustChoose('kind', signingKinds),
    signed_on: v.text('signed_on') ?? '',
    amount: v.number('amount'),
    counterpart: v.text('counterpart'),
    occasion: v.text('occasion'),
    exclusions: v.texts('exclusions'),
    note: v.text('note'),
    corrects: corrects?.id,
    void: v.flag('void') ?? false,
  } satisfies Complete<Schemas['SigningIn']>;
}

/** Signings lists what was signed, which money counts, and what later records corrected. */
export function Signings({ id }: { id: string }) {
  const { t } = useTranslation('signing');
  const may = useMay();
  const today = useMe()?.today ?? '';
  const list = useQuery({
    queryKey: ['signings', id],
    queryFn: async () => must(await api.GET('/projects/{id}/signings', { params: { path: { id } } })),
  });
  if (!list.data || (list.data.items.length === 0 && !may('stage.move'))) return null;
  return (
    <>
      <h2>{t('title')}</h2>
      {list.data.items.length > 0 && (
        <p className="small">
          {t('counted')} <Money yuan={list.data.counted} />
        </p>
      )}
      <ul className="list">
        {list.data.items.map((s) => (
          <li key={s.id} style={{ padding: '6px 0' }} className={s.holds ? '' : 'corrected'}>
            <span className="two">
              <span>
                {t(`kind.${s.kind}`)} <Money yuan={s.amount} /> {!s.holds && <span className="muted">{t('correctedSince')}</span>}
              </span>
              <span className="small">
                {[shownDay(s.signed_on), s.counterpart, s.occasion, ...s.exclusions.map((k) => t(`rules:exclusion.${k}`)), s.note]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {s.holds && (
              <span className="actions">
                {(may('stage.move') || may('stage.confirm')) && <Exclusions id={id} of={s} />}
                {may('stage.move') && <Record id={id} label={t('correct')} corrects={s} today={today} />}
              </span>
            )}
          </li>
        ))}
      </ul>
      {may('stage.move') && <Record id={id} label={t('record')} today={today} />}
    </>
  );
}

/** Exclusions ticks why a signing is left out, with a reason, as a record of its own. */
function Exclusions({ id, of }: { id: string; of: Signing }) {
  const { t } = useTranslation('signing');
  const options = useOptions();
  return (
    <Editor
      label={t('tick')}
      title={t('tickTitle')}
      hint={t('tickHint')}
      keys={['signings', 'project', 'stage', 'conversion', 'analysis', 'rows']}
      initial={{ exclusions: of.exclusions, note: '' }}
      fields={[
        { key: 'exclusions', label: t('exclusions'), type: 'multi', options: options('exclusion', 'rules') },
        { key: 'note', label: t('why'), type: 'area', required: true },
      ]}
      save={async (v) =>
        must(
          await api.POST('/projects/{id}/signings/{signing}/exclusions', {
            params: { path: { id, signing: of.id } },
            body: { id: newId(), exclusions: readForm(v).texts('exclusions') ?? [], note: readForm(v).text('note') ?? '' },
          }),
        )
      }
    />
  );
}

function Record({ id, label, corrects, today }: { id: string; label: string; corrects?: Signing; today: string }) {
  const { t } = useTranslation('signing');
  const options = useOptions();
  const kinds = options('kind', 'signing').filter((o) => corrects?.kind === 'FIRST' || o.value !== 'FIRST');
  const fields: Field[] = [
    { key: 'kind', label: t('what'), type: 'select', required: true, options: kinds, help: t('whatNote') },
    { key: 'signed_on', label: t('on'), type: 'eventDay', required: true },
    { key: 'amount', label: t('amount'), type: 'money', required: true },
    { key: 'counterpart', label: t('counterpart'), type: 'text' },
    { key: 'occasion', label: t('occasion'), type: 'text' },
    { key: 'exclusions', label: t('exclusions'), type: 'multi', options: options('exclusion', 'rules'), help: t('exclusionsNote') },
    { key: 'note', label: t('note'), type: 'area', required: Boolean(corrects) },
    ...(corrects ? [{ key: 'void', label: t('void'), type: 'switch' } as const] : []),
  ];
  return (
    <Editor
      label={label}
      title={label}
      keys={['signings', 'project', 'stage', 'conversion']}
      initial={corrects ? { ...corrects, note: '' } : { kind: 'UPGRADE', signed_on: today }}
      fields={fields}
      save={async (v) => must(await api.POST('/projects/{id}/signings', { params: { path: { id } }, body: signingBody(v, corrects) }))}
    />
  );
}
