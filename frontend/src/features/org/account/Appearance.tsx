import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { densities, languages, speak, themes, useSignOut } from '@/app/shell/choices';
import { useLook } from '@/shared/theme';
import { useWear } from '@/shared/theme/appearancePreference';
import './appearance.css';

/** Wear is how the product looks and speaks to the person, and the way out; on a phone it is all that the menu of a person holds. */
export function Wear() {
  const { t, i18n } = useTranslation();
  const look = useLook();
  const wear = useWear();
  const signOut = useSignOut();
  return (
    <section className="section wear" aria-label={t('theme')}>
      <div>
        <span id="wear-theme">{t('theme')}</span>
        <Segmented
          aria-labelledby="wear-theme"
          value={look.theme}
          onChange={(theme) => wear({ theme })}
          options={themes.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div>
        <span id="wear-density">{t('density')}</span>
        <Segmented
          aria-labelledby="wear-density"
          value={look.density}
          onChange={(density) => wear({ density })}
          options={densities.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div>
        <span id="wear-language">{t('language')}</span>
        <Segmented
          aria-labelledby="wear-language"
          value={i18n.language}
          onChange={speak}
          options={languages.map((l) => ({ value: l.key, label: t(l.name) }))}
        />
      </div>
      <Button onClick={signOut}>{t('signOut')}</Button>
    </section>
  );
}
