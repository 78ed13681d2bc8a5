import { lazy, Suspense, useEffect, useState } from 'react';

const bring = () => import('./Palette');
const Palette = lazy(bring);

/** fetchPalette brings the palette while nothing else is to be done, so that the first Ctrl+K does not wait for it. */
export function fetchPalette(): () => void {
  // Safari has no idle callback.
  if (!('requestIdleCallback' in window)) return () => undefined;
  const id = requestIdleCallback(() => void bring().catch(() => undefined));
  return () => cancelIdleCallback(id);
}

/** PaletteLoader opens the palette and keeps what is typed before its field stands: no key is lost, and none goes to the page below. */
export function PaletteLoader({ onClose, showKeys }: { onClose: () => void; showKeys: () => void }) {
  const [text, setText] = useState('');
  useEffect(() => {
    const early = (e: KeyboardEvent) => {
      if (document.activeElement?.matches('.palette-input') || e.ctrlKey || e.metaKey || e.altKey) return;
      if (e.key.length === 1) setText((t) => t + e.key);
      else if (e.key === 'Backspace') setText((t) => t.slice(0, -1));
      else if (e.key === 'Escape' && !document.querySelector('.palette-input')) onClose();
      else if (e.key !== 'Enter') return;
      e.preventDefault();
      e.stopPropagation();
    };
    window.addEventListener('keydown', early, true);
    return () => window.removeEventListener('keydown', early, true);
  }, [onClose]);
  return (
    <Suspense fallback={null}>
      <Palette open text={text} setText={setText} onClose={onClose} showKeys={showKeys} />
    </Suspense>
  );
}
