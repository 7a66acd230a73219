import { Accessibility } from '@dnd-kit/dom';
import { DragDropProvider, type DragEndEvent, type DragOverEvent, type DragStartEvent } from '@dnd-kit/react';
import { isSortable, useSortable } from '@dnd-kit/react/sortable';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../kit/i18n/words';
import type { Rule } from './types';
import { rulesWords } from './words';

export interface Dragging {
  readonly ref: (element: Element | null) => void;
  readonly handleRef: (element: Element | null) => void;
  readonly isDragged: boolean;
}

interface RankedRowsProps {
  rules: readonly Rule[];
  onMove: (from: number, to: number) => void;
  children: (rule: Rule, index: number, dragging: Dragging) => ReactNode;
}

/** Rows that are ranked by dragging their handle, with the pointer or with keys. */
export function RankedRows({ rules, onMove, children }: RankedRowsProps) {
  const spoken = useSpoken(rules);
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
      {rules.map((rule, index) => (
        <Row key={rule.id} id={rule.id} index={index}>
          {(dragging) => children(rule, index, dragging)}
        </Row>
      ))}
    </DragDropProvider>
  );
}

function Row({ id, index, children }: { id: string; index: number; children: (dragging: Dragging) => ReactNode }) {
  const { ref, handleRef, isDragging } = useSortable({ id, index });
  return children({ ref, handleRef, isDragged: isDragging });
}

/** What a screen reader hears while a rule is moved, in the reader's language. */
function useSpoken(rules: readonly Rule[]) {
  const words = useWords(rulesWords);
  return useMemo(() => {
    const nameOf = (id: unknown) => {
      const rule = rules.find((one) => one.id === id);
      return rule ? `${rule.sentence} ${rule.rateText}` : '';
    };
    return Accessibility.configure({
      screenReaderInstructions: { draggable: words.dragHelp },
      announcements: {
        dragstart: ({ operation: { source } }: DragStartEvent) => words.dragStart(nameOf(source?.id)),
        dragover: ({ operation: { source } }: DragOverEvent) =>
          isSortable(source) ? words.dragOver(source.index + 1, rules.length) : undefined,
        dragend: ({ operation: { source }, canceled }: DragEndEvent) =>
          canceled || !isSortable(source) ? words.dragCancelled : words.dragEnd(source.index + 1),
      },
    });
  }, [rules, words]);
}
