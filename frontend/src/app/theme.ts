import { theme as antd, type ThemeConfig } from 'antd';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type Look = { theme: 'light' | 'dark'; setTheme: (t: 'light' | 'dark') => void };

/** useLook keeps how the product looks to this person on this machine. */
export const useLook = create<Look>()(persist((set) => ({ theme: 'light', setTheme: (theme) => set({ theme }) }), { name: 'sangu.look' }));

/** token reads a colour of tokens.css, the one source of colours. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** themeOf makes antd's theme of the same tokens. */
export function themeOf(look: 'light' | 'dark'): ThemeConfig {
  return {
    algorithm: look === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: token('--brand'),
      colorLink: token('--brand'),
      colorError: token('--bad'),
      colorWarning: token('--warn'),
      colorSuccess: token('--good'),
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-2'),
      colorTextDescription: token('--ink-3'),
      colorTextPlaceholder: token('--ink-3'),
      colorTextQuaternary: token('--ink-3'),
      colorBgContainer: token('--panel'),
      colorBgElevated: token('--raise'),
      colorBgLayout: token('--ground'),
      colorBorder: token('--field-line'),
      colorBorderSecondary: token('--line'),
      colorTextLightSolid: token('--on-brand'),
      borderRadius: 6,
      fontSize: 14,
      fontFamily: token('--sans'),
      wireframe: false,
      // Who asked the machine for less motion gets none.
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Table: {
        headerBg: token('--panel'),
        headerColor: token('--ink-2'),
        headerSplitColor: 'transparent',
        rowHoverBg: token('--hover'),
        rowSelectedBg: token('--selected'),
        rowSelectedHoverBg: token('--selected'),
        borderColor: token('--line'),
        cellPaddingBlock: 8,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  };
}
