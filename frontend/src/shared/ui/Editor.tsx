import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/shared/lib/keys';
import type { Reread } from './conflict/merge';
import type { Kind } from './Duplicates';
import { type Field, FormDrawer, type Values } from './FormDrawer';
import type { Back } from './record/sheet';
import { useUndo } from './undo/useUndo';
import { useFormParam } from './useFormParam';

/** Editor is a button that opens a form and refreshes what it changed. */
export function Editor(p: {
  label: string;
  title: string;
  fields: Field[];
  initial: Values;
  save?: (v: Values) => Promise<unknown>;
  /** change is a save that gives how it is taken back, which is then offered. */
  change?: (v: Values) => Promise<Back | undefined>;
  keys: string[];
  primary?: boolean;
  hint?: string;
  disabled?: boolean;
  duplicates?: Kind;
  /** record is whose form this is, "project/…": its draft is its own. */
  record?: string;
  /** reread reads the record as it is now, where others may have changed it meanwhile. */
  reread?: () => Promise<Reread>;
  /** hotkey is the single key that opens it, c for new and e for edit; ?new=1 and ?edit=1 in the address do too. */
  hotkey?: 'c' | 'e';
  /** link makes the button a small link in a line of text, and is its whole name for who does not see the line. */
  link?: string;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const offer = useUndo();
  const [open, setOpen] = useState(false);
  // The version that was read when the form opened is the one it writes over.
  const [begun, setBegun] = useState(p);
  const begin = () => {
    setBegun(p);
    setOpen(true);
  };
  const [asked, answered] = useFormParam(p.hotkey === 'e' ? 'edit' : 'new');
  const starts = asked && p.hotkey !== undefined && !p.disabled;
  useEffect(() => setOpen((now) => now || starts), [starts]);
  useKeys(p.hotkey && !p.disabled ? { [p.hotkey]: begin } : {});
  return (
    <>
      <Button
        type={p.link ? 'link' : p.primary ? 'primary' : 'default'}
        size={p.link ? 'small' : undefined}
        aria-label={p.link}
        disabled={p.disabled}
        onClick={begin}
      >
        {p.label || t('edit')}
      </Button>
      <FormDrawer
        title={p.title}
        open={open}
        onClose={() => {
          setOpen(false);
          if (starts) answered();
        }}
        fields={p.fields}
        initial={begun.initial}
        hint={p.hint}
        duplicates={p.duplicates}
        record={p.record}
        reread={begun.reread}
        submit={async (v) => {
          const back = await begun.change?.(v);
          await begun.save?.(v);
          const fresh = () => Promise.all([...p.keys, 'timeline'].map((key) => client.invalidateQueries({ queryKey: [key] })));
          await fresh();
          if (!back) return;
          offer({
            text: t('list:saved', { name: p.title }),
            undo: async () => {
              await back();
              await fresh();
              return { text: t('list:takenBack') };
            },
          });
        }}
      />
    </>
  );
}
