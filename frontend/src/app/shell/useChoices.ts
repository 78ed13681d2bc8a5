import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { changeLanguage, languages } from '@/shared/i18n/language';
import { useMay } from '@/shared/session/me';
import { useSignOut } from '@/shared/session/useSignOut';
import { useChangeAppearance } from '@/shared/theme/appearancePreference';
import { sections } from '../help/guides';
import { places, starts } from '../places';

/** Choice is something that the palette leads to or does. */
export type Choice = {
  key: string;
  kind: 'record' | 'action' | 'page' | 'section' | 'setting';
  label: string;
  /** note says what it is, where that is not its group's name. */
  note?: string;
  /** keys do the same without the palette. */
  keys?: string;
  /** aka is other words, pinyin and initials by which it is found. */
  aka?: string;
  run: () => unknown;
};

const homes: Record<string, string> = { project: '/projects/', client: '/clients/', enterprise: '/enterprises/', lead: '/leads/' };

/** useChoices is what a text finds, by kind; without a text, what can be done and where one can go. */
export function useChoices(q: string, showKeys: () => void): { choices: Choice[]; busy: boolean } {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const hits = useQuery({
    queryKey: ['search', 'palette', q],
    queryFn: async () =>
      must(await api.GET('/search', { params: { query: { q, kind: ['project', 'client', 'enterprise', 'lead'], limit: 8 } } })).items,
    enabled: q !== '',
  });
  const guide = useQuery({
    queryKey: ['guide', 'sections', i18n.language],
    queryFn: () => sections(i18n.language),
    enabled: q !== '',
  });
  const records: Choice[] = (hits.data ?? []).map((h) => ({
    key: h.id,
    kind: 'record',
    label: h.title,
    note: t(`enums:subject.${h.kind}`),
    run: () => navigate({ to: `${homes[h.kind] ?? '/'}${h.id}` }),
  }));
  const told: Choice[] = (guide.data ?? []).map((s) => ({
    key: `${s.guide}-${s.anchor}`,
    kind: 'section',
    label: s.text,
    run: () => navigate({ to: '/help', search: { guide: s.guide }, hash: s.anchor }),
  }));
  const rest = [...useStarts(), ...usePages(), ...(q === '' ? [] : told), ...useSettings(showKeys)];
  return { choices: [...records, ...rest.filter((c) => meant(c, q.toLowerCase()))], busy: hits.isFetching || guide.isFetching };
}

/** meant reports whether a choice is what somebody types: a part of its name, or the beginning of another word for it. */
const meant = (c: Choice, q: string) =>
  q === '' || c.label.toLowerCase().includes(q) || (c.aka ?? '').split(' ').some((word) => word.startsWith(q));

function usePages(): Choice[] {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  return places
    .filter((p) => p.right === '' || may(p.right))
    .map((p) => ({
      key: p.to,
      kind: 'page',
      label: t(`nav:${p.label}`),
      aka: t(`nav:aka.${p.label}`),
      keys: p.key && `g ${p.key}`,
      run: () => navigate({ to: p.to }),
    }));
}

function useStarts(): Choice[] {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  return starts
    .filter((s) => may(s.right))
    .map((s) => ({
      key: s.name,
      kind: 'action',
      label: t(`${s.name}:new`),
      aka: t(`nav:aka.${s.name}`),
      keys: `n ${s.key}`,
      run: () => navigate({ to: s.to, search: { new: '1' } }),
    }));
}

function useSettings(showKeys: () => void): Choice[] {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const changeAppearance = useChangeAppearance();
  const signOut = useSignOut();
  const setting = (key: string, label: string, run: () => unknown, keys?: string): Choice => ({
    key,
    kind: 'setting',
    label,
    aka: t(`nav:aka.${key}`),
    keys,
    run,
  });
  return [
    ...(['light', 'dark'] as const).map((theme) => setting(theme, `${t('theme')} ${t(theme)}`, () => changeAppearance({ theme }))),
    ...languages
      .filter((l) => l.key !== i18n.language)
      .map((l) => setting(l.name, `${t('language')} ${t(l.name)}`, () => changeLanguage(l.key))),
    setting('keys', t('list:keys.title'), showKeys, '?'),
    setting('account', t('nav:account'), () => navigate({ to: '/account' })),
    setting('out', t('signOut'), signOut),
  ];
}
