import { useEffect, useRef } from 'react';

// With a Chinese keyboard the same keys give full-width signs.
const halves: Record<string, string> = { '？': '?', '、': '/', '【': '[', '】': ']' };

/** keyOf names a key, whatever the width of its sign. */
export const keyOf = (e: KeyboardEvent) => halves[e.key] ?? e.key;

const layers = '[role="dialog"], [role="menu"], [role="tooltip"].ant-popover, .ant-select-dropdown';

/** free reports whether a key is nobody's yet: no writing, no composing, nothing open above the page. */
export function free(e: KeyboardEvent): boolean {
  if (e.defaultPrevented || e.isComposing || e.keyCode === 229 || e.ctrlKey || e.metaKey || e.altKey) return false;
  const at = e.target instanceof Element ? e.target : null;
  const field = at?.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]');
  if (field && !(field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))) return false;
  return ![...document.querySelectorAll(layers)].some((n) => n.checkVisibility());
}

/** Press is what a key does; false leaves the key to the page. */
type Press = () => unknown;

/** useKeys binds single keys while a screen is shown; free says when a key is left alone. */
export function useKeys(keys: Record<string, Press | undefined>) {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      const act = now.current[keyOf(e)];
      if (act && free(e) && act() !== false) e.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
