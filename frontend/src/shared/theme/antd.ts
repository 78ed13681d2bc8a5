import { theme as antd, type ThemeConfig } from 'antd';
import type { Density } from './appearance';
import { token } from './tokens';

/** themeOf makes antd's theme of the tokens that hold now. */
export function themeOf(scheme: 'light' | 'dark', density: Density): ThemeConfig {
  const compact = density === 'compact';
  const colours = scheme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm;
  return {
    algorithm: compact ? [colours, antd.compactAlgorithm] : colours,
    token: {
      colorPrimary: token('--brand'),
      colorLink: token('--brand'),
      colorError: token('--bad'),
      colorWarning: token('--warn'),
      colorSuccess: token('--good'),
      colorInfo: token('--brand'),
      colorErrorBg: token('--bad-soft'),
      colorWarningBg: token('--warn-soft'),
      colorSuccessBg: token('--good-soft'),
      colorInfoBg: token('--brand-soft'),
      colorErrorBorder: token('--line-strong'),
      colorWarningBorder: token('--line-strong'),
      colorSuccessBorder: token('--line-strong'),
      colorInfoBorder: token('--brand-line'),
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-2'),
      colorTextDescription: token('--ink-3'),
      colorTextPlaceholder: token('--ink-3'),
      colorTextQuaternary: token('--ink-3'),
      colorBgContainer: token('--panel'),
      controlItemBgActive: token('--selected'),
      controlItemBgActiveHover: token('--selected'),
      controlItemBgHover: token('--hover'),
      colorBgElevated: token('--raise'),
      colorBgLayout: token('--ground'),
      colorBorder: token('--field-line'),
      colorBorderSecondary: token('--line'),
      colorTextLightSolid: token('--on-brand'),
      borderRadius: 6,
      fontSize: compact ? 13 : 14,
      controlHeight: compact ? 28 : 32,
      fontFamily: token('--sans'),
      boxShadowSecondary: token('--lift-2'),
      motionDurationFast: token('--fast'),
      motionDurationMid: token('--calm'),
      wireframe: false,
      // Nothing moves for people whose system asks for reduced motion.
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
        cellPaddingBlock: compact ? 5 : 8,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  };
}
