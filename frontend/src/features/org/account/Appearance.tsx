import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage, languages } from '@/shared/i18n/language';
import { useSignOut } from '@/shared/session/useSignOut';
import { densities, themes, useAppearance } from '@/shared/theme';
import { useChangeAppearance } from '@/shared/theme/appearancePreference';
import './appearance.css';

/** Appearance is how the product looks and changeLanguages to the person, and the way out; on a phone it is all that the menu of a person holds. */
export function Appearance() {
  const { t, i18n } = useTranslation();
  const appearance = useAppearance();
  const changeAppearance = useChangeAppearance();
  const signOut = useSignOut();
  return (
    <section className="section appearance" aria-label={t('theme')}>
      <div>
        <span id="appearance-theme">{t('theme')}</span>
        <Segmented
          aria-labelledby="appearance-theme"
          value={appearance.theme}
          onChange={(theme) => changeAppearance({ theme })}
          options={themes.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div>
        <span id="appearance-density">{t('density')}</span>
        <Segmented
          aria-labelledby="appearance-density"
          value={appearance.density}
          onChange={(density) => changeAppearance({ density })}
          options={densities.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div>
        <span id="appearance-language">{t('language')}</span>
        <Segmented
          aria-labelledby="appearance-language"
          value={i18n.language}
          onChange={changeLanguage}
          options={languages.map((l) => ({ value: l.key, label: t(l.name) }))}
        />
      </div>
      <Button onClick={signOut}>{t('signOut')}</Button>
    </section>
  );
}
