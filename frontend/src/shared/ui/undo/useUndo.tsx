import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/client';

const seconds = 8;

// Ctrl+Z belongs to the latest offer.
let release: () => void = () => undefined;

export type Undone = { text: string; left?: string[] };

/** useUndo says what was done and offers to take it back for 8 seconds, by the button or Ctrl+Z; the pointer on it stops the clock. */
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
      const field = e.target instanceof Element && e.target.closest('input:not([type="checkbox"]), textarea, [contenteditable="true"]');
      if (e.key.toLowerCase() !== 'z' || !(e.ctrlKey || e.metaKey) || e.shiftKey || e.isComposing || field) return;
      e.preventDefault();
      void take();
    };
    release();
    const mine = () => window.removeEventListener('keydown', press);
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
