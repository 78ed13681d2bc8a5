import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMe } from '@/shared/session/me';

export type Notice = Schemas['NoticeOut'];

/** useUnread counts a person's unread notices; the live stream reports new ones. */
export function useUnread() {
  const client = useQueryClient();
  return useQuery(
    {
      queryKey: ['notices', 'unread'],
      queryFn: async () => must(await api.GET('/notices/unread', {})),
      // Quiet hours end without anybody doing anything.
      refetchInterval: 5 * 60_000,
      staleTime: 5_000,
    },
    client,
  ).data;
}

/** useNotices returns one's notices, newest first, a page at a time. */
export function useNotices(unread: boolean) {
  return useInfiniteQuery({
    queryKey: ['notices', 'list', unread],
    queryFn: async ({ pageParam }) =>
      must(await api.GET('/notices', { params: { query: { unread, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
  });
}

/** useRead marks notices as read, one or all. */
export function useRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (n?: Notice) =>
      must(n ? await api.PUT('/notices/{id}/read', { params: { path: { id: n.id } } }) : await api.POST('/notices/read-all', {})),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}

const homes: Record<string, string> = {
  project: '/projects/',
  client: '/clients/',
  enterprise: '/enterprises/',
  lead: '/leads/',
  visit: '/visits/',
};

// Where what was given to one in a batch is found: leads and clients are owned, others followed.
const given = (list: unknown, me: string): { to: string; search: Record<string, string> } => {
  if (list === 'lead' || list === 'client') return { to: `/${list}s`, search: { owner_id: me } };
  if (list === 'enterprise' || list === 'visit') return { to: `/${list}s`, search: { watched: 'true' } };
  return { to: '/projects', search: { sort: '-updated_at' } };
};

/** useOpen opens what a notice is about and marks it as read. */
export function useOpen() {
  const read = useRead();
  const navigate = useNavigate();
  const me = useMe()?.id ?? '';
  return (n: Notice) => {
    if (!n.read) read.mutate(n);
    const home = homes[n.subject_kind];
    if (n.kind === 'suspected') void navigate({ to: '/suspicions' });
    else if (n.subject_kind === 'batch') void navigate(given(n.details.list, me));
    else if (home) void navigate({ to: `${home}${n.subject_id}` });
    else if (n.kind === 'import_done') void navigate({ to: '/imports', search: { id: n.subject_id } });
    else void navigate({ to: '/bulletins', search: { id: n.subject_id } });
  };
}
