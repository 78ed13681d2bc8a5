import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const themes = ['light', 'dark', 'system'] as const;
export const densities = ['comfortable', 'compact'] as const;

export type Theme = (typeof themes)[number];
export type Density = (typeof densities)[number];
export type Appearance = { theme: Theme; density: Density };

const plain: Appearance = { theme: 'light', density: 'comfortable' };

type Store = Appearance & { change: (part: Partial<Appearance>) => void; reset: () => void };

/** useAppearance keeps how the product looks on this machine; appearancePreference.ts carries it to the person's other machines. */
export const useAppearance = create<Store>()(
  persist((set) => ({ ...plain, change: (part) => set(part), reset: () => set(plain) }), { name: 'sangu.look' }),
);

const darkMachine = window.matchMedia('(prefers-color-scheme: dark)');

function watch(onChange: () => void): () => void {
  darkMachine.addEventListener('change', onChange);
  return () => darkMachine.removeEventListener('change', onChange);
}

/** currentScheme returns the colour scheme in force: the person's choice, or the machine's where the person follows it. */
export function currentScheme(theme: Theme): 'light' | 'dark' {
  if (theme === 'system') return darkMachine.matches ? 'dark' : 'light';
  return theme;
}

/** useScheme is currentScheme as a hook: it renders anew when the choice or the machine changes. */
export function useScheme(): 'light' | 'dark' {
  const theme = useAppearance((s) => s.theme);
  const dark = useSyncExternalStore(watch, () => darkMachine.matches);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
