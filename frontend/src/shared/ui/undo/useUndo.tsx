import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/client';

const seconds = 8;

// Ctrl+Z belongs to the latest offer; where there is none, a message says so.
const nobody = () => undefined;
let release: () => void = nobody;

/** undoKey reports whether a key asks to take something back: not what is being written. */
function undoKey(e: KeyboardEvent): boolean {
  const field = e.target instanceof Element && e.target.closest('input:not([type="checkbox"]), textarea, [contenteditable="true"]');
  return e.key.toLowerCase() === 'z' && (e.ctrlKey || e.metaKey) && !e.shiftKey && !e.isComposing && !field;
}

/** useNothingToUndo answers Ctrl+Z where nothing is on offer. */
export function useNothingToUndo() {
  const { t } = useTranslation('list');
  const { message } = App.useApp();
  const say = useRef(nobody);
  say.current = () => void message.info({ key: 'nothing-to-undo', content: t('nothingToUndo') });
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (release !== nobody || !undoKey(e) || e.defaultPrevented) return;
      e.preventDefault();
      say.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

export type Undone = { text: string; left?: string[] };

/** useUndo returns a function that says what was done and offers to undo it for 8 seconds, by the button or Ctrl+Z; the pointer on it stops the clock. */
export function useUndo(): (done: { text: string; undo: () => Promise<Undone> }) => void {
  const { t } = useTranslation('list');
  const { notification, message } = App.useApp();
  return ({ text, undo }) => {
    const key = `undo-${Date.now()}`;
    const take = async () => {
      release();
      notification.destroy(key);
      try {
        const { text: said, left = [] } = await undo();
        if (left.length === 0) void message.success(said);
        else
          notification.warning({
            key,
            title: said,
            description: t('undoLeft', { names: left.join('、') }),
            duration: 0,
            placement: 'bottomLeft',
          });
      } catch (e) {
        void message.error(e instanceof ApiError ? e.problem.title : t('common:error'));
      }
    };
    const press = (e: KeyboardEvent) => {
      if (!undoKey(e)) return;
      e.preventDefault();
      void take();
    };
    release();
    const mine = () => {
      window.removeEventListener('keydown', press);
      if (release === mine) release = nobody;
    };
    release = mine;
    window.addEventListener('keydown', press);
    notification.success({
      key,
      title: text,
      duration: seconds,
      placement: 'bottomLeft',
      role: 'status',
      onClose: mine,
      actions: (
        <Button size="small" onClick={take}>
          {t('undo')}
        </Button>
      ),
    });
  };
}
