import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/client';
import { FormDrawer } from '../FormDrawer';
import { useRestore } from '../keep/useRestore';
import type { View, ViewFacts, Views } from './views';

type Props = {
  views: Views;
  active?: View;
  /** changed says that what is shown differs from the active view. */
  changed: boolean;
  /** present is what a view saved now would keep. */
  present: Pick<ViewFacts, 'terms' | 'columns'>;
  standard?: string;
  onStandard: (id: string | undefined) => void;
  open: (v?: View) => void;
};

/** ViewBar is the saved views of a list: mine, then shared; a dot where what is shown differs from the saved one. */
export function ViewBar(p: Props) {
  const { t } = useTranslation('list');
  const { message } = App.useApp();
  const [form, setForm] = useState<'new' | 'rename'>();
  const v = p.active;
  const attempt = (work: () => Promise<unknown>) => () =>
    void work().catch((e: unknown) => message.error(e instanceof ApiError ? e.problem.title : t('common:error')));
  const restore = useRestore();
  const remove = async (w: View) => {
    await p.views.remove(w);
    p.open();
    restore({ id: w.id, name: w.name });
  };
  const own = v?.may_change
    ? [
        { key: 'save', label: t('saveView'), disabled: !p.changed, onClick: attempt(() => p.views.change(v, p.present)) },
        { key: 'rename', label: t('renameView'), onClick: () => setForm('rename') },
        { key: 'remove', label: t('remove'), danger: true, onClick: attempt(() => remove(v)) },
      ]
    : [];
  const standard = v
    ? [
        {
          key: 'standard',
          label: p.standard === v.id ? t('notStandard') : t('standard'),
          onClick: () => p.onStandard(p.standard === v.id ? undefined : v.id),
        },
      ]
    : [];
  const back = v && p.changed ? [{ key: 'back', label: t('backToView'), onClick: () => p.open(v) }] : [];
  return (
    <div className="views">
      <fieldset aria-label={t('views')}>
        <Tab on={!v} name={t('common:all')} onClick={() => p.open()} />
        {p.views.views.map((w) => (
          <Tab
            key={w.id}
            on={w.id === v?.id}
            name={w.name}
            note={w.shared ? t('sharedBy', { name: w.owner_name }) : ''}
            standard={p.standard === w.id}
            dot={w.id === v?.id && p.changed}
            onClick={() => p.open(w)}
          />
        ))}
      </fieldset>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...own.slice(0, 1),
            { key: 'new', label: t('saveAs'), onClick: () => setForm('new') },
            ...back,
            ...standard,
            ...own.slice(1),
          ],
        }}
      >
        <Button type="text" size="small">
          {t('view')} ▾
        </Button>
      </Dropdown>
      <FormDrawer
        title={form === 'rename' ? t('renameView') : t('saveAs')}
        open={form !== undefined}
        onClose={() => setForm(undefined)}
        hint={t('viewHint')}
        initial={form === 'rename' && v ? blankOf(v) : fresh}
        fields={[
          { key: 'name', label: t('viewName'), type: 'text', required: true },
          ...(p.views.mayShare ? [{ key: 'shared', label: t('share'), type: 'switch' as const, help: t('shareHint') }] : []),
        ]}
        submit={async (values) => {
          const facts = { name: String(values.name), shared: values.shared === true };
          if (form === 'rename' && v) await p.views.change(v, facts);
          else p.open(await p.views.create({ ...facts, ...p.present }));
        }}
      />
    </div>
  );
}

const fresh = { name: '', shared: false };
const forms = new WeakMap<View, { name: string; shared: boolean }>();

// The same object for the same view, so that an open form is not begun anew.
function blankOf(v: View) {
  const kept = forms.get(v) ?? { name: v.name, shared: v.shared };
  forms.set(v, kept);
  return kept;
}

function Tab(p: { on: boolean; name: string; note?: string; standard?: boolean; dot?: boolean; onClick: () => void }) {
  const { t } = useTranslation('list');
  return (
    <button type="button" className="view-tab" aria-pressed={p.on} title={p.note} onClick={p.onClick}>
      {p.name}
      {p.note && <span className="small muted"> {t('shared')}</span>}
      {p.standard && <span className="small muted"> {t('isStandard')}</span>}
      {p.dot && (
        <span className="dot" role="img" aria-label={t('unsaved')}>
          ●
        </span>
      )}
    </button>
  );
}
