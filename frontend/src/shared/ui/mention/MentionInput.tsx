import { useQuery } from '@tanstack/react-query';
import { Mentions } from 'antd';
import { type Dispatch, type SetStateAction, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import type { SubjectKind } from '../record/subject';
import type { MentionText } from './mentionText';
import './mention.css';

/** MentionInput is a text on a record in which @ offers the people who see it, by Chinese, pinyin or initials. */
export function MentionInput(p: {
  kind: SubjectKind;
  id: string;
  label: string;
  placeholder?: string;
  value: MentionText;
  /** onChange is a state's setter: the text and whom it names change one after the other. */
  onChange: Dispatch<SetStateAction<MentionText>>;
  /** rows is how many lines it shows at least. */
  rows?: number;
  plain?: boolean;
  /** inputId names the field for a label. */
  inputId?: string;
}) {
  const { t } = useTranslation('notices');
  const [asked, setAsked] = useState<string>();
  // Letters of an unfinished Chinese word are not yet a name.
  const [composing, setComposing] = useState(false);
  const offer = useQuery({
    queryKey: ['mentionable', p.kind, p.id, asked],
    queryFn: async () =>
      must(await api.GET('/mentionable', { params: { query: { subject_kind: p.kind, subject_id: p.id, q: asked ?? '' } } })).items,
    enabled: asked !== undefined && !composing,
    staleTime: 60_000,
    placeholderData: (last) => last,
  });
  return (
    <Mentions
      id={p.inputId}
      className="mention-input"
      variant={p.plain ? 'borderless' : 'outlined'}
      aria-label={p.label}
      placeholder={p.placeholder}
      autoSize={{ minRows: p.rows ?? 1, maxRows: 8 }}
      value={p.value.text}
      onChange={(text) => p.onChange((s) => ({ ...s, text }))}
      onSearch={setAsked}
      onSelect={(o) => {
        // The library adds to the key: names may be alike, ids are not.
        const one = offer.data?.find((x) => o.key?.startsWith(x.id));
        if (one) p.onChange((s) => ({ ...s, people: [...s.people, one] }));
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      filterOption={false}
      loading={offer.isFetching}
      notFoundContent={<span className="small muted">{t('nobody')}</span>}
      options={(offer.data ?? []).map((x) => ({ key: x.id, value: x.name, label: x.name }))}
    />
  );
}
