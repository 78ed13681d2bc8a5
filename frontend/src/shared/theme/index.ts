export { themeOf } from './antd';
export { type Density, type Look, schemeNow, type Theme, useLook, useScheme } from './appearance';
export { token } from './tokens';
