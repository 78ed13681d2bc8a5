import { Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, useChoices } from './useChoices';

type Props = { open: boolean; text: string; setText: (text: string) => void; onClose: () => void; showKeys: () => void };

/** Palette finds records, pages and actions by Chinese, pinyin or initials, by keyboard alone. Without a text nothing is chosen until the arrows choose it. */
export default function Palette({ open, text, setText, onClose, showKeys }: Props) {
  const { t } = useTranslation();
  // Focus returns to where it was when the palette is closed without a choice.
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
  const { choices, busy } = useChoices(q, showKeys);
  const now = Math.min(q === '' ? at : Math.max(0, at), choices.length - 1);
  const list = useRef<HTMLDivElement>(null);
  const chosen = choices[now]?.key;
  useEffect(() => {
    if (chosen) list.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function go(c?: Choice) {
    if (!c) return;
    onClose();
    setText('');
    setAt(-1);
    void c.run();
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
    <Modal
      open={open}
      onCancel={leave}
      footer={null}
      closable={false}
      title={null}
      destroyOnHidden
      width={600}
      style={{ top: 80 }}
      className="palette"
    >
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
      <div role="listbox" id="palette-list" aria-label={t('palette')} className="palette-list" ref={list}>
        {grouped(choices).map(([kind, of]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={kind} role="group" aria-label={t(`paletteKind.${kind}`)}>
            <p aria-hidden="true">{t(`paletteKind.${kind}`)}</p>
            {of.map((c) => (
              <Option key={c.key} choice={c} now={c.key === chosen} go={go} />
            ))}
          </div>
        ))}
      </div>
      {choices.length === 0 && !busy && <p className="palette-none">{t('noHit', { q })}</p>}
    </Modal>
  );
}

/** grouped keeps the order in which kinds come. */
function grouped(choices: Choice[]): [string, Choice[]][] {
  const kinds = [...new Set(choices.map((c) => c.kind))];
  return kinds.map((kind) => [kind, choices.filter((c) => c.kind === kind)]);
}

function Option({ choice: c, now, go }: { choice: Choice; now: boolean; go: (c: Choice) => void }) {
  const { t } = useTranslation();
  return (
    <div
      id={`palette-${c.key}`}
      role="option"
      tabIndex={-1}
      aria-selected={now}
      className={now ? 'now' : ''}
      onMouseDown={(e) => {
        e.preventDefault();
        go(c);
      }}
    >
      <span>{c.label}</span>
      <span className={c.note ? 'small muted' : 'unseen'}>{c.note ?? t(`paletteKind.${c.kind}`)}</span>
      {c.keys && (
        <span className="keys">
          {c.keys.split(' ').map((k) => (
            <kbd key={k}>{k}</kbd>
          ))}
        </span>
      )}
    </div>
  );
}
