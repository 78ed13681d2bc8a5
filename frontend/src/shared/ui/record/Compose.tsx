import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import { useLeaveWarning } from '../form/useLeaveWarning';
import { MentionInput } from '../mention/MentionInput';
import { mentioned, noMentions } from '../mention/mentionText';
import { ComposeFile } from './ComposeFile';
import { blankVisit, recordVisit, type VisitDraft, VisitLine, type VisitLinks } from './ComposeVisit';
import type { SubjectKind } from './subject';
import './compose.css';

const notes = ['phone', 'progress', 'problem'] as const;
type Kind = 'visit' | (typeof notes)[number] | 'file';

/** Compose writes down what happened, on top of a record's timeline: a visit, a call, progress, a problem or a file; Ctrl+Enter records. */
export function Compose({ kind, id, about, may, only }: { kind: SubjectKind; id: string; about?: VisitLinks; may: boolean; only?: Kind }) {
  const { t } = useTranslation('record');
  const { message } = App.useApp();
  const client = useQueryClient();
  const mayVisit = useMay()('visit.write') && about !== undefined;
  const today = useMe()?.today ?? '';
  const kinds: Kind[] = [...(mayVisit ? (['visit'] as const) : []), ...notes, ...(may ? (['file'] as const) : [])];
  const [now, setNow] = useState<Kind>(only ?? (mayVisit ? 'visit' : 'progress'));
  const [said, setSaid] = useState(noMentions);
  const { text } = said;
  const [visit, setVisit] = useState<VisitDraft>(blankVisit(today));
  const [busy, setBusy] = useState(false);
  const tabs = useRef<HTMLDivElement>(null);
  const ready = now === 'visit' ? visit.on !== '' && (text.trim() !== '' || visit.on > today) : text.trim() !== '';
  useLeaveWarning(() => text.trim() !== '');

  async function refresh() {
    const keys = [['timeline', kind, id], ['files', kind, id], [kind, id], ['stage', id], ['visits'], ['desk'], ['calendar']];
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  }

  async function record() {
    if (!ready || busy) return;
    setBusy(true);
    try {
      if (now === 'visit' && about) await recordVisit(visit, said, about, today);
      else if (now !== 'visit' && now !== 'file')
        must(
          await api.POST('/timeline', {
            body: { subject_kind: kind, subject_id: id, kind: now, text: text.trim(), mentions: mentioned(said) },
          }),
        );
      setSaid(noMentions);
      setVisit(blankVisit(today));
      await refresh();
      void message.success(t('recorded'));
    } catch (e) {
      const problem = e instanceof ApiError ? e.problem : undefined;
      void message.error(problem ? [problem.title, ...(problem.fields ?? []).map((f) => f.message)].join(' · ') : t('notSent'), 6);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="compose" aria-label={t('compose')}>
      <div className="compose-kinds" role="tablist" aria-label={t('composeKind')} ref={tabs}>
        {kinds.map((k, i) => (
          <button
            key={k}
            type="button"
            role="tab"
            aria-selected={k === now}
            tabIndex={k === now ? 0 : -1}
            onClick={() => setNow(k)}
            onKeyDown={(e) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
              const to = step && kinds[(i + step + kinds.length) % kinds.length];
              if (!to) return;
              setNow(to);
              tabs.current?.querySelectorAll('button')[kinds.indexOf(to)]?.focus();
            }}
          >
            {t(`compose_${k}`)}
          </button>
        ))}
      </div>
      {now === 'file' ? (
        <ComposeFile kind={kind} id={id} onDone={refresh} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter from any of the fields inside
        <div
          className="compose-body"
          onKeyDown={(e) => {
            if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.nativeEvent.isComposing) void record();
          }}
        >
          <div className="compose-say">
            <MentionInput plain kind={kind} id={id} label={t(`say_${now}`)} placeholder={t(`say_${now}`)} value={said} onChange={setSaid} />
            <kbd className="wide-only">{t('submitKeys')}</kbd>
            <Button type="primary" size="small" disabled={!ready} loading={busy} onClick={record} aria-keyshortcuts="Control+Enter">
              {now === 'visit' && visit.on > today ? t('planVisit') : t('recordIt')}
            </Button>
          </div>
          {now === 'visit' && <VisitLine value={visit} onChange={setVisit} />}
        </div>
      )}
    </section>
  );
}
