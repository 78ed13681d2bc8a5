import { Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closed, useChoices } from './choices';
import type { Column } from './columns';

type Props = {
  cell: string;
  column: Column;
  text: string;
  /** What the finding suggests, to be taken by Enter. */
  suggest: string;
  /** The name among the cell's people that is nobody's. */
  stranger: string;
  /** byKey: the hand is on the keyboard and goes on from here. */
  save: (text: string, byKey: boolean) => Promise<boolean>;
  leave: (byKey: boolean) => void;
};

/** Edit is a cell in hand: a text, or a choice where only few may stand there. */
export function Edit(p: Props) {
  return closed(p.column, p.stranger) ? <Choose {...p} /> : <Write {...p} />;
}

const why = (cell: string) => document.querySelector<HTMLElement>(`[data-why="${cell}"] button`);

// Going down to the explanation is no end.
const goesDown = (e: React.FocusEvent, cell: string) => Boolean(e.relatedTarget?.closest(`[data-why="${cell}"]`));

function tabDown(e: React.KeyboardEvent, cell: string) {
  const next = e.key === 'Tab' && !e.shiftKey ? why(cell) : null;
  if (!next) return;
  e.preventDefault();
  next.focus();
}

function Write({ cell, text, suggest, save, leave }: Props) {
  const { t } = useTranslation('imports');
  const [draft, setDraft] = useState(suggest || text);
  const typed = useRef(false); // a suggestion that nobody took is no change
  const over = useRef(false); // the edit has ended: a blur that follows is no second end
  async function end(keep: boolean, byKey: boolean) {
    if (over.current) return;
    over.current = true;
    if (!keep || draft === text) leave(byKey);
    else over.current = await save(draft, byKey);
  }
  return (
    <Input
      autoFocus
      size="small"
      aria-label={t('cellText', { cell })}
      value={draft}
      onFocus={(e) => e.target.select()}
      onChange={(e) => {
        typed.current = true;
        setDraft(e.target.value);
      }}
      onBlur={(e) => void (goesDown(e, cell) || end(typed.current, false))}
      onKeyDown={(e) => {
        if (e.nativeEvent.isComposing) return;
        if (e.key === 'Enter') void end(true, true);
        if (e.key === 'Escape') void end(false, true);
        tabDown(e, cell);
      }}
    />
  );
}

function Choose({ cell, column, text, suggest, stranger, save, leave }: Props) {
  const { t } = useTranslation('imports');
  const options = useChoices(column, text, stranger);
  const over = useRef(false);
  return (
    <Select
      autoFocus
      defaultOpen
      size="small"
      className="import-choose"
      popupMatchSelectWidth={false}
      aria-label={t('cellText', { cell })}
      placeholder={stranger || text || t('choose')}
      defaultValue={options.some((o) => o.value === (suggest || text)) ? suggest || text : undefined}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onSelect={async (to: string) => {
        over.current = true;
        if (to === text) leave(true);
        else over.current = await save(to, true);
      }}
      onBlur={(e) => !over.current && !goesDown(e, cell) && leave(false)}
      onKeyDown={(e) => {
        if (e.nativeEvent.isComposing) return;
        if (e.key === 'Escape') {
          over.current = true;
          leave(true);
        }
        tabDown(e, cell);
      }}
    />
  );
}
