import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sections } from '@/features/help/guides';
import { api, must } from '@/shared/api/client';
import { useMay } from '../me';
import { places } from '../places';

type Choice = { key: string; label: string; note: string; to: string; search?: Record<string, string>; hash?: string };

const homes: Record<string, string> = { project: '/projects/', client: '/clients/', enterprise: '/enterprises/', lead: '/leads/' };

type Props = { open: boolean; text: string; setText: (text: string) => void; onClose: () => void };

/** Palette finds records, pages and actions by Chinese, pinyin or initials, by keyboard alone. Without a text nothing is chosen until the arrows choose it. */
export default function Palette({ open, text, setText, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  // Who leaves without choosing is back where he was.
  const [from] = useState(() => document.activeElement);
  const left = useRef(false);
  useEffect(
    () => () => {
      if (left.current && from instanceof HTMLElement) from.focus();
    },
    [from],
  );
  const leave = () => {
    left.current = true;
    onClose();
  };
  const [at, setAt] = useState(-1);
  const q = text.trim();
  const hits = useQuery({
    queryKey: ['search', 'palette', q],
    queryFn: async () =>
      must(await api.GET('/search', { params: { query: { q, kind: ['project', 'client', 'enterprise', 'lead'], limit: 8 } } })).items,
    enabled: open && q !== '',
  });
  const actions: Choice[] = [
    ...(may('lead.write') ? [{ key: 'lead', label: t('lead:new'), note: t('action'), to: '/leads', search: { new: '1' } }] : []),
    ...(may('visit.write') ? [{ key: 'visit', label: t('visit:new'), note: t('action'), to: '/visits', search: { new: '1' } }] : []),
    ...(may('project.write')
      ? [{ key: 'project', label: t('project:new'), note: t('action'), to: '/projects', search: { new: '1' } }]
      : []),
  ];
  const pages: Choice[] = places
    .filter((p) => p.right === '' || may(p.right))
    .map((p) => ({ key: p.to, label: t(`nav:${p.label}`), note: t('page'), to: p.to }));
  const guide = useQuery({
    queryKey: ['guide', 'sections', i18n.language],
    queryFn: () => sections(i18n.language),
    enabled: open && q !== '',
  });
  const told: Choice[] = (guide.data ?? []).map((s) => ({
    key: `${s.guide}-${s.anchor}`,
    label: s.text,
    note: t('help:section'),
    to: '/help',
    search: { guide: s.guide },
    hash: s.anchor,
  }));
  const records: Choice[] = (hits.data ?? []).map((h) => ({
    key: h.id,
    label: h.title,
    note: t(`enums:subject.${h.kind}`),
    to: `${homes[h.kind] ?? '/'}${h.id}`,
  }));
  const choices = [
    ...records,
    ...[...actions, ...pages, ...(q === '' ? [] : told)].filter((c) => q === '' || c.label.toLowerCase().includes(q.toLowerCase())),
  ];
  const now = Math.min(q === '' ? at : Math.max(0, at), choices.length - 1);

  function go(c?: Choice) {
    if (!c) return;
    onClose();
    setText('');
    setAt(-1);
    void navigate({ to: c.to, ...(c.search ? { search: c.search } : {}), ...(c.hash ? { hash: c.hash } : {}) });
  }
  function keys(e: KeyboardEvent) {
    if (e.nativeEvent.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = moves[e.key];
    if (step) {
      e.preventDefault();
      setAt(((now < 0 && step < 0 ? 0 : now) + step + choices.length) % Math.max(1, choices.length));
    } else if (e.key === 'Enter') {
      e.preventDefault();
      go(choices[now]);
    }
  }
  return (
    <Modal open={open} onCancel={leave} footer={null} closable={false} title={null} destroyOnHidden width={560} style={{ top: 80 }}>
      <input
        className="palette-input"
        // biome-ignore lint/a11y/noAutofocus: a palette is opened to be typed into
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={choices[now] ? `palette-${choices[now].key}` : undefined}
        aria-label={t('palette')}
        placeholder={t('search')}
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          setAt(-1);
        }}
        onKeyDown={keys}
      />
      <div role="listbox" id="palette-list" aria-label={t('palette')} className="palette-list">
        {choices.map((c, i) => (
          <div
            key={c.key}
            id={`palette-${c.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === now}
            className={i === now ? 'now' : ''}
            onMouseDown={(e) => {
              e.preventDefault();
              go(c);
            }}
          >
            <span>{c.label}</span>
            <span className="small muted">{c.note}</span>
          </div>
        ))}
      </div>
    </Modal>
  );
}
