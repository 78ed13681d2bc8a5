export { themeOf } from './antd';
export { type Appearance, currentScheme, type Density, densities, type Theme, themes, useAppearance, useScheme } from './appearance';
export { token } from './tokens';
