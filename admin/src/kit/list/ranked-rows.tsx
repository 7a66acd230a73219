import { Accessibility } from '@dnd-kit/dom';
import { DragDropProvider, type DragEndEvent, type DragOverEvent, type DragStartEvent } from '@dnd-kit/react';
import { isSortable, useSortable } from '@dnd-kit/react/sortable';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';

export interface Dragging {
  readonly ref: (element: Element | null) => void;
  readonly handleRef: (element: Element | null) => void;
  readonly isDragged: boolean;
}

interface RankedRowsProps<Item> {
  items: readonly Item[];
  /** What a screen reader calls a row. */
  nameOf: (item: Item) => string;
  onMove: (from: number, to: number) => void;
  children: (item: Item, index: number, dragging: Dragging) => ReactNode;
}

/**
 * Rows that are ranked by dragging their handle, with the pointer or with keys. `@dnd-kit/react` is the rewrite that its
 * author maintains; issues of the older `@dnd-kit/core` are closed with a word to move here.
 */
export function RankedRows<Item extends { readonly id: string }>(props: RankedRowsProps<Item>) {
  const { items, nameOf, onMove, children } = props;
  const spoken = useSpoken(items, nameOf);
  const drop = (event: DragEndEvent) => {
    const { source } = event.operation;
    if (event.canceled || !isSortable(source) || source.index === source.initialIndex) return;
    onMove(source.initialIndex, source.index);
  };
  return (
    <DragDropProvider
      plugins={(usual) => [...usual.filter((plugin) => plugin !== Accessibility), spoken]}
      onDragEnd={drop}
    >
      {items.map((item, index) => (
        <Row key={item.id} id={item.id} index={index}>
          {(dragging) => children(item, index, dragging)}
        </Row>
      ))}
    </DragDropProvider>
  );
}

function Row({ id, index, children }: { id: string; index: number; children: (dragging: Dragging) => ReactNode }) {
  const { ref, handleRef, isDragging } = useSortable({ id, index });
  return children({ ref, handleRef, isDragged: isDragging });
}

/** What a screen reader hears while a row is moved, in the reader's language. */
function useSpoken<Item extends { readonly id: string }>(items: readonly Item[], nameOf: (item: Item) => string) {
  const words = useWords(kitWords);
  return useMemo(() => {
    const named = (id: unknown) => {
      const item = items.find((one) => one.id === id);
      return item ? nameOf(item) : '';
    };
    return Accessibility.configure({
      screenReaderInstructions: { draggable: words.dragHelp },
      announcements: {
        dragstart: ({ operation: { source } }: DragStartEvent) => words.dragStart(named(source?.id)),
        dragover: ({ operation: { source } }: DragOverEvent) =>
          isSortable(source) ? words.dragOver(source.index + 1, items.length) : undefined,
        dragend: ({ operation: { source }, canceled }: DragEndEvent) =>
          canceled || !isSortable(source) ? words.dragCancelled : words.dragEnd(source.index + 1),
      },
    });
  }, [items, nameOf, words]);
}
