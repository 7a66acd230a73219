/** What WeChat shows or keeps outside the page, and what the person would answer. */
export interface Screen {
  readonly toasts: string[];
  readonly questions: string[];
  readonly choices: string[];
  readonly album: string[];
  /** Pictures that canvases were made into, as PNG. */
  readonly drawn: Buffer[];
  clipboard: string | null;
  /** The answer to questions with yes and no. */
  agrees: boolean;
  /** The row chosen in an action sheet; null closes it. */
  chooses: number | null;
}

export const blankScreen = (): Screen => ({
  toasts: [],
  questions: [],
  choices: [],
  album: [],
  drawn: [],
  clipboard: null,
  agrees: true,
  chooses: null,
});
