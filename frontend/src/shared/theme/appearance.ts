import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'comfortable' | 'compact';
export type Look = { theme: Theme; density: Density };

const plain: Look = { theme: 'light', density: 'comfortable' };

type Store = Look & { wear: (part: Partial<Look>) => void; reset: () => void };

/** useLook keeps how the product looks on this machine; memory.ts carries it to the person's other machines. */
export const useLook = create<Store>()(
  persist((set) => ({ ...plain, wear: (part) => set(part), reset: () => set(plain) }), { name: 'sangu.look' }),
);

const darkMachine = window.matchMedia('(prefers-color-scheme: dark)');

function watch(told: () => void): () => void {
  darkMachine.addEventListener('change', told);
  return () => darkMachine.removeEventListener('change', told);
}

/** schemeNow gives the colours that hold: the person's choice, or the machine's where that is followed. */
export function schemeNow(theme: Theme): 'light' | 'dark' {
  if (theme === 'system') return darkMachine.matches ? 'dark' : 'light';
  return theme;
}

/** useScheme is schemeNow, which follows the machine while it changes. */
export function useScheme(): 'light' | 'dark' {
  const theme = useLook((s) => s.theme);
  const dark = useSyncExternalStore(watch, () => darkMachine.matches);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
