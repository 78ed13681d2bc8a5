import { useNavigate } from '@tanstack/react-router';
import { Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage, languages } from '@/shared/i18n/language';
import { useMay, useMe } from '@/shared/session/me';
import { useSignOut } from '@/shared/session/useSignOut';
import { densities, themes, useAppearance } from '@/shared/theme';
import { useChangeAppearance } from '@/shared/theme/appearancePreference';

/** PersonMenu is who is signed in, and how the product looks and speaks to that person. */
export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const look = useAppearance();
  const changeAppearance = useChangeAppearance();
  const signOut = useSignOut();
  const may = useMay();
  const led = may('unit.manage') || may('role.grant') || may('rule.manage');
  const items: MenuProps['items'] = [
    { key: 'account', label: t('nav:account'), onClick: () => void navigate({ to: '/account' }) },
    ...(led ? [{ key: 'start', label: t('onboarding:title'), onClick: () => void navigate({ to: '/start' }) }] : []),
    {
      type: 'group',
      label: t('theme'),
      children: themes.map((theme) => ({ key: theme, label: t(theme), onClick: () => changeAppearance({ theme }) })),
    },
    {
      type: 'group',
      label: t('density'),
      children: densities.map((density) => ({ key: density, label: t(density), onClick: () => changeAppearance({ density }) })),
    },
    {
      type: 'group',
      label: t('language'),
      children: languages.map((l) => ({ key: l.key, label: t(l.name), onClick: () => changeLanguage(l.key) })),
    },
    { type: 'divider' },
    { key: 'out', label: t('signOut'), onClick: signOut },
  ];
  return (
    <Dropdown menu={{ items, selectedKeys: [look.theme, look.density, i18n.language] }} trigger={['click']} placement="bottomRight">
      <button type="button" className="person">
        <span className="avatar" aria-hidden="true">
          {me?.name.slice(0, 1)}
        </span>
        {me?.name} <span className="who-post">{[me?.unit_name, me?.title].filter(Boolean).join(' · ')}</span>
      </button>
    </Dropdown>
  );
}
