import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQuery } from '@/features/notice/settings';
import { api, must } from '@/shared/api/client';
import { type Notice, useOpen } from './data';
import { about, what } from './noticeText';

/** Arrivals shows a notice that has just come where its reader wants it: in a corner of the screen, and by the machine while the product is behind other windows. */
export default function Arrivals({ told }: { told: number }) {
  const { t } = useTranslation('notices');
  const { notification } = App.useApp();
  const client = useQueryClient();
  const open = useOpen();
  const settings = useQuery(settingsQuery).data;
  const shown = useRef(new Set<string>());
  const show = useRef<(n: Notice) => void>(() => undefined);
  show.current = (n) => {
    const said = { title: what(n, t), text: [about(n, t), n.actor_name].filter(Boolean).join(' · ') };
    if (settings?.where?.includes('corner'))
      notification.open({
        key: n.id,
        title: said.title,
        description: said.text,
        placement: 'bottomRight',
        duration: 8,
        onClick: () => {
          notification.destroy(n.id);
          open(n);
        },
      });
    if (settings?.where?.includes('desktop') && !document.hasFocus() && 'Notification' in window && Notification.permission === 'granted') {
      const card = new Notification(said.title, { body: said.text, tag: n.id });
      card.onclick = () => {
        window.focus();
        open(n);
      };
    }
  };
  const wanted = (settings?.where ?? []).length > 0;
  useEffect(() => {
    if (told === 0 || !wanted) return;
    const newest = async () => must(await api.GET('/notices', { params: { query: { unread: true, limit: 1 } } })).items[0];
    void client.fetchQuery({ queryKey: ['notices', 'newest', told], queryFn: async () => (await newest()) ?? null }).then((n) => {
      if (!n || shown.current.has(n.id)) return;
      shown.current.add(n.id);
      show.current(n);
    });
  }, [told, wanted, client]);
  return null;
}
