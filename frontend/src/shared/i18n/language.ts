import i18n from 'i18next';

/** languages are those that the product speaks, by their names in the texts. */
export const languages = [
  { key: 'zh-CN', name: 'chinese' },
  { key: 'en-US', name: 'english' },
] as const;

/** changeLanguage changes the language on this machine. */
export function changeLanguage(language: string) {
  localStorage.setItem('sangu.language', language);
  void i18n.changeLanguage(language);
}
