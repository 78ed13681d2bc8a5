import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { App } from 'antd';
import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './dragDrop.css';

type Props = {
  /** name and place return the names of an item and of a place, as a screen reader is told them. */
  name: (id: string) => string;
  place: (at: string) => string;
  home: (id: string) => string;
  /** next is the place that an arrow key leads to, or none. */
  next: (at: string, key: string) => string | undefined;
  /** drop moves an item to another place and resolves to what a screen reader is told. */
  drop: (id: string, at: string) => Promise<string>;
  overlay: (id: string) => ReactNode;
  children: ReactNode;
};

type Carried = { id: string; over: string };

const DragContext = createContext<{
  carried?: Carried;
  hint: string;
  name: (id: string) => string;
  key: (id: string, e: KeyboardEvent) => void;
  leave: () => void;
}>({ hint: '', name: () => '', key: () => undefined, leave: () => undefined });

/**
 * DragDrop lets items be dragged to places by mouse, by touch and by keyboard: space picks up, arrows choose, space drops, Esc cancels.
 * The keyboard moves from place to place, not from pixel to pixel, and every step is announced to screen readers.
 */
export function DragDrop(p: Props) {
  const { t } = useTranslation();
  const hint = useId();
  const [carried, setCarried] = useState<Carried>();
  const { message } = App.useApp();
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState('');
  const focus = useRef<string>(undefined);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  // An item that was dropped is rendered elsewhere: the focus follows it.
  useEffect(() => {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (focus.current && lost) document.querySelector<HTMLElement>(`[data-carry="${focus.current}"]`)?.focus();
  });
  // Until the reader goes on with something else.
  useEffect(() => {
    const goOn = () => {
      focus.current = undefined;
    };
    window.addEventListener('keydown', goOn, true);
    window.addEventListener('pointerdown', goOn, true);
    return () => {
      window.removeEventListener('keydown', goOn, true);
      window.removeEventListener('pointerdown', goOn, true);
    };
  }, []);
  const say = (key: string, id: string, at: string) => setSaid(t(`carry.${key}`, { name: p.name(id), place: p.place(at) }));
  async function put(id: string, at: string) {
    if (at === p.home(id)) return say('cancelled', id, at);
    say('asking', id, at);
    const result = await p.drop(id, at);
    setSaid(result);
  }
  function leave(c = carried) {
    if (!c) return;
    setCarried(undefined);
    say('cancelled', c.id, p.home(c.id));
  }
  function key(id: string, e: KeyboardEvent) {
    if (e.key === ' ' || (e.key === 'Enter' && carried)) {
      e.preventDefault();
      if (!carried) {
        setCarried({ id, over: p.home(id) });
        return say('lifted', id, p.home(id));
      }
      setCarried(undefined);
      focus.current = id;
      return void put(carried.id, carried.over);
    }
    if (!carried) return;
    if (e.key === 'Escape') return leave();
    const over = p.next(carried.over, e.key);
    if (e.key.startsWith('Arrow')) e.preventDefault();
    if (!over) return;
    setCarried({ id, over });
    say('over', id, over);
    document.querySelector(`[data-place="${over}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{
        announcements: {
          onDragStart: ({ active }) => t('carry.lifted', { name: p.name(String(active.id)), place: p.place(p.home(String(active.id))) }),
          onDragOver: ({ active, over }) =>
            over ? t('carry.over', { name: p.name(String(active.id)), place: p.place(String(over.id)) }) : undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
        screenReaderInstructions: { draggable: '' },
      }}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={({ active, over }) => {
        setDragged(undefined);
        const id = String(active.id);
        if (over && String(over.id) !== p.home(id)) return void put(id, String(over.id));
        // An item that was dropped where it cannot go stays, and a message says so.
        const key = over ? 'cancelled' : 'nowhere';
        say(key, id, p.home(id));
        void message.info(t(`carry.${key}`, { name: p.name(id), place: p.place(p.home(id)) }));
      }}
    >
      <DragContext.Provider value={{ carried, hint, name: p.name, key, leave }}>{p.children}</DragContext.Provider>
      <DragOverlay dropAnimation={null}>{dragged && p.overlay(dragged)}</DragOverlay>
      <span id={hint} hidden>
        {t('carry.instructions')}
      </span>
      <div className="heard" role="status" aria-live="assertive" data-testid="said">
        {said}
      </div>
    </DndContext>
  );
}

/** useDraggableItem makes a thing draggable: box is spread on it, and the handle placed in it. */
export function useDraggableItem(id: string, can: boolean): { box: Record<string, unknown>; held: boolean; handle: ReactNode } {
  const { t } = useTranslation();
  const c = useContext(DragContext);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, disabled: !can });
  const lifted = c.carried?.id === id;
  const handle = can && (
    <button
      type="button"
      className="grip"
      data-carry={id}
      aria-label={t('carry.move', { name: c.name(id) })}
      aria-describedby={c.hint}
      aria-pressed={lifted}
      onKeyDown={(e) => c.key(id, e)}
      onBlur={() => lifted && c.leave()}
    />
  );
  return { box: { ref: setNodeRef, ...listeners }, held: isDragging || lifted, handle };
}

/** useDropTarget makes an element a place that things can be put in. */
export function useDropTarget(at: string, can = true): { box: Record<string, unknown>; over: boolean } {
  const c = useContext(DragContext);
  const { setNodeRef, isOver } = useDroppable({ id: at, disabled: !can });
  return { box: { ref: setNodeRef, 'data-place': at }, over: isOver || c.carried?.over === at };
}
