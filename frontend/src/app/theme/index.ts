export { themeOf } from './antd';
export { type Density, type Look, schemeNow, type Theme, useLook, useScheme } from './look';
export { token } from './tokens';
