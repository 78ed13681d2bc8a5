import i18n, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Table } from './table';

const languages: Record<string, () => Promise<{ default: Table }>> = {
  'zh-CN': () => import('./zh-CN'),
  'en-US': () => import('./en-US'),
};

/** later are the texts of screens that are not the first: each comes with its screen. */
const later = import.meta.glob<Record<string, unknown>>('./*/{cockpit,imports,report,suspicion,desk,calendar,account,audit}.json', {
  import: 'default',
});

/** textsOf fetches a language's texts; of one that is not spoken, the Chinese. */
const textsOf = async (language: string): Promise<Table> => (await (languages[language] ?? languages['zh-CN'])?.())?.default ?? {};

// A language's texts come when somebody speaks it.
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, name, done) => {
    const own = later[`./${language}/${name}.json`];
    (own ? own() : textsOf(language).then((table) => table[name] ?? {})).then(
      (texts) => done(null, texts),
      (e: Error) => done(e, null),
    );
  },
};

/** begin makes the reader's language ready; before it there is nothing to show. */
export async function begin(): Promise<void> {
  const stored = localStorage.getItem('sangu.language') ?? '';
  const lng = stored in languages ? stored : 'zh-CN';
  const table = await textsOf(lng);
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      resources: { [lng]: table },
      partialBundledLanguages: true,
      lng,
      // Both languages have the same keys, which the lint holds.
      fallbackLng: false,
      ns: Object.keys(table),
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    });
}
