import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/client';
import { FormDrawer } from '../FormDrawer';
import { useRestore } from '../recordActions/useRestore';
import { filterOf, sameTerms } from './terms';
import type { Ready } from './types';
import type { View, ViewFacts, Views } from './views';

type Props = {
  views: Views;
  active?: View;
  ready: Ready[];
  /** whole is how many rows the present filter has, as it is written. */
  whole: string;
  /** changed reports whether what is shown differs from the active view. */
  changed: boolean;
  /** present is what a view saved now would keep. */
  present: Pick<ViewFacts, 'terms' | 'columns'>;
  standard?: string;
  onStandard: (id: string | undefined) => void;
  open: (v?: View) => void;
  openReady: (r: Ready) => void;
  /** saving opens the form of a new view. */
  saving: boolean;
  onSaving: (on: boolean) => void;
};

/** ViewBar is the views of a list: those that everybody has with their counts, then saved ones, mine and shared; a dot where what is shown differs. */
export function ViewBar(p: Props) {
  const { t } = useTranslation('list');
  const [renaming, setRenaming] = useState(false);
  const v = p.active;
  const terms = filterOf(p.present.terms);
  const all = p.ready[0];
  const met = v ? undefined : p.ready.find((r) => sameTerms(filterOf(r.terms), terms));
  const free = !v && (!met || met === all);
  return (
    <div className="views">
      <fieldset aria-label={t('views')}>
        <Tab
          on={free}
          name={t('common:all')}
          count={all?.count ?? (free && Object.keys(terms).length === 0 ? p.whole : undefined)}
          dot={free && Object.keys(terms).length > 0}
          onClick={() => p.open()}
        />
        {p.ready.slice(1).map((r) => (
          <Tab key={r.key} on={r === met} name={r.name} count={r.count} onClick={() => p.openReady(r)} />
        ))}
        {p.views.views.map((w) => (
          <span key={w.id} className="view-own">
            <Tab
              on={w.id === v?.id}
              name={w.name}
              note={w.shared ? t('sharedBy', { name: w.owner_name }) : ''}
              standard={p.standard === w.id}
              count={w.id === v?.id && !p.changed ? p.whole : undefined}
              dot={w.id === v?.id && p.changed}
              onClick={() => p.open(w)}
            />
            {w.id === v?.id && <ViewMenu {...p} view={w} onRename={() => setRenaming(true)} />}
          </span>
        ))}
      </fieldset>
      <Tooltip title={t('saveAs')}>
        <Button type="text" size="small" icon={<PlusOutlined />} aria-label={t('saveAs')} onClick={() => p.onSaving(true)} />
      </Tooltip>
      <FormDrawer
        title={renaming ? t('renameView') : t('saveAs')}
        open={renaming || p.saving}
        onClose={() => {
          setRenaming(false);
          p.onSaving(false);
        }}
        hint={t('viewHint')}
        initial={renaming && v ? blankOf(v) : fresh}
        fields={[
          { key: 'name', label: t('viewName'), type: 'text', required: true },
          ...(p.views.mayShare ? [{ key: 'shared', label: t('share'), type: 'switch' as const, help: t('shareHint') }] : []),
        ]}
        submit={async (values) => {
          const facts = { name: String(values.name), shared: values.shared === true };
          if (renaming && v) await p.views.change(v, facts);
          else p.open(await p.views.create({ ...facts, ...p.present }));
        }}
      />
    </div>
  );
}

/** ViewMenu is what can be done with the view that is open. */
function ViewMenu(p: Props & { view: View; onRename: () => void }) {
  const { t } = useTranslation('list');
  const { message } = App.useApp();
  const v = p.view;
  const attempt = (work: () => Promise<unknown>) => () =>
    void work().catch((e: unknown) => message.error(e instanceof ApiError ? e.problem.title : t('common:error')));
  const restore = useRestore();
  const remove = async () => {
    await p.views.remove(v);
    p.open();
    restore({ id: v.id, name: v.name });
  };
  const mine = p.standard === v.id;
  const items = [
    ...(v.may_change
      ? [{ key: 'save', label: t('saveView'), disabled: !p.changed, onClick: attempt(() => p.views.change(v, p.present)) }]
      : []),
    { key: 'new', label: t('saveAs'), onClick: () => p.onSaving(true) },
    ...(p.changed ? [{ key: 'back', label: t('backToView'), onClick: () => p.open(v) }] : []),
    { key: 'standard', label: mine ? t('notStandard') : t('standard'), onClick: () => p.onStandard(mine ? undefined : v.id) },
    ...(v.may_change
      ? [
          { key: 'rename', label: t('renameView'), onClick: p.onRename },
          { key: 'remove', label: t('remove'), danger: true, onClick: attempt(remove) },
        ]
      : []),
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" size="small" icon={<DownOutlined />} aria-label={t('viewMenu')} />
    </Dropdown>
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

type TabProps = { on: boolean; name: string; count?: string; note?: string; standard?: boolean; dot?: boolean; onClick: () => void };

function Tab(p: TabProps) {
  const { t } = useTranslation('list');
  return (
    <button type="button" className="view-tab" aria-pressed={p.on} title={p.note} onClick={p.onClick}>
      {p.name}
      {p.note && <span className="n">{t('shared')}</span>}
      {p.standard && <span className="n">{t('isStandard')}</span>}
      {p.count !== undefined && <span className="n">{p.count}</span>}
      {p.dot && <span className="dot" role="img" aria-label={t('unsaved')} />}
    </button>
  );
}
