import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { eager: true, import: 'default' });

const resources: Record<string, Record<string, Record<string, unknown>>> = {};
for (const [path, table] of Object.entries(files)) {
  const [, language, name] = /\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  if (!language || !name) continue;
  resources[language] ??= {};
  resources[language][name] = table;
}

const stored = localStorage.getItem('sangu.language');

void i18n.use(initReactI18next).init({
  resources,
  lng: stored ?? 'zh-CN',
  fallbackLng: 'zh-CN',
  ns: Object.keys(resources['zh-CN'] ?? {}),
  defaultNS: 'common',
  interpolation: { escapeValue: false },
});

export default i18n;
