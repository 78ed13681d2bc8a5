import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, FormDrawer, type Values } from './FormDrawer';

/** Editor is a button that opens a form and refreshes what it changed. */
export function Editor(p: {
  label: string;
  title: string;
  fields: Field[];
  initial: Values;
  save: (v: Values) => Promise<unknown>;
  keys: string[];
  primary?: boolean;
  startOpen?: boolean;
  hint?: string;
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(p.startOpen ?? false);
  const [initial, setInitial] = useState(p.initial);
  const navigate = useNavigate();
  // ?new=1 opens the form wherever it comes from: a link, a key, the palette.
  useEffect(() => {
    if (p.startOpen) setOpen(true);
  }, [p.startOpen]);
  function close() {
    setOpen(false);
    if (p.startOpen) void navigate({ to: '.', search: ({ new: _, ...rest }: Record<string, string | undefined>) => rest, replace: true });
  }
  return (
    <>
      <Button
        type={p.primary ? 'primary' : 'default'}
        disabled={p.disabled}
        onClick={() => {
          setInitial(p.initial);
          setOpen(true);
        }}
      >
        {p.label || t('edit')}
      </Button>
      <FormDrawer
        title={p.title}
        open={open}
        onClose={close}
        fields={p.fields}
        initial={initial}
        hint={p.hint}
        submit={async (v) => {
          await p.save(v);
          await Promise.all([...p.keys, 'timeline'].map((key) => client.invalidateQueries({ queryKey: [key] })));
        }}
      />
    </>
  );
}
