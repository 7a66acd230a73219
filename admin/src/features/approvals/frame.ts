import type { ReactNode } from 'react';

/** What all tabs of approvals share: the title row and the tabs themselves. */
export interface ApprovalsFrame {
  readonly title: string;
  readonly tabs: ReactNode;
  readonly actions: ReactNode;
}
