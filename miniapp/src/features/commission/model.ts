import type { StepState } from '@/kit/life-line';

/** Where a commission stands, as a promoter understands it: the order's receipt included. */
export type CommissionStage = 'awaiting_receipt' | 'in_after_sales' | 'in_review' | 'approved' | 'paid' | 'rejected' | 'reversed';

/** A commission as a row shows it. */
export interface CommissionRowModel {
  id: string;
  title: string;
  picture: string | null;
  amount: string;
  stage: CommissionStage;
  /** The status in words, with its date where one is known. */
  statusText: string;
}

/** The small life line of a stage; none for what has ended without money. */
export function segmentsOf(stage: CommissionStage): StepState[] | null {
  return SEGMENTS[stage];
}

const SEGMENTS: Record<CommissionStage, StepState[] | null> = {
  awaiting_receipt: ['done', 'open', 'open', 'open'],
  in_after_sales: ['done', 'current', 'open', 'open'],
  in_review: ['done', 'done', 'current', 'open'],
  approved: ['done', 'done', 'done', 'open'],
  paid: ['done', 'done', 'done', 'done'],
  rejected: null,
  reversed: null,
};
