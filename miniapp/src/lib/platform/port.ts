/** What the phone can do, said once. `weapp.ts` does it with `wx`, `h5.ts` at the demo's doors; nothing above knows which. */
export interface Platform {
  readonly kind: 'weapp' | 'h5';
  /** A code of `wx.login`, good once, for the member's sign-in. */
  login(): Promise<string>;
  /** The `open-type` of a button that asks for the phone number, or undefined where a plain tap does. */
  readonly phoneOpenType: 'getPhoneNumber' | undefined;
  /** The code for the phone number, from the tap's event detail; null when the person declined. */
  phoneCode(detail: unknown): Promise<string | null>;
  /** Asks the person to pay. `paid` is only the phone's word: the order is read again from the server. */
  pay(params: PayParams): Promise<'paid' | 'cancelled'>;
  /** Opens WeChat's own page in which a transfer is confirmed. */
  confirmTransfer(params: TransferParams): Promise<'confirmed' | 'cancelled'>;
  /** Lets the person confirm a receipt: in WeChat's own page, or by `ask` where it has none. */
  confirmReceipt(view: ReceiptView, ask: () => Promise<boolean>): Promise<boolean>;
  /** Asks for the grant of subscribe messages. Only inside a tap. */
  askReminder(templateIds: string[]): Promise<'accepted' | 'refused' | 'unavailable'>;
  entry(): Entry;
  /** Calls back on every way into the app, hot starts too. */
  onEntry(listen: (entry: Entry) => void): void;
  saveImage(filePath: string): Promise<'saved' | 'refused'>;
  copy(text: string): Promise<void>;
  barMetrics(): BarMetrics;
  openSocket(path: string): Socket;
  isOnline(): Promise<boolean>;
  onNetwork(listen: (isOnline: boolean) => void): void;
  chooseAddress(): Promise<ChosenAddress | null>;
  /** Shows the privacy contract, where the platform has one. */
  openPrivacyContract(): Promise<boolean>;
  /** Looks for a newer version and restarts into it when it is ready. */
  watchUpdates(ask: (restart: () => void) => void): void;
  /** WeChat's page for complaints about a mini-program; undefined where there is none. */
  readonly feedbackOpenType: 'feedback' | undefined;
  /** Who is played in the preview, for keeping sessions apart; null on WeChat. */
  actor(): string | null;
}

export interface PayParams {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: string;
  paySign: string;
}

export interface ReceiptView {
  merchantId: string;
  merchantTradeNo: string;
  transactionId: string;
}

export interface TransferParams {
  mchId: string;
  appId: string;
  package: string;
}

/** How somebody came in: the page, its query, and WeChat's scene value. */
export interface Entry {
  path: string;
  query: Record<string, string>;
  scene: number;
}

/** The navigation bar in px of the window: what the status bar and the capsule take. */
export interface BarMetrics {
  statusBar: number;
  /** Height of the bar below the status bar. */
  bar: number;
  /** Free width right of the capsule's left edge, 0 without a capsule. */
  capsuleInset: number;
}

export interface Socket {
  onOpen(listen: () => void): void;
  onMessage(listen: (text: string) => void): void;
  onClose(listen: (code: number) => void): void;
  send(text: string): void;
  close(): void;
}

export interface ChosenAddress {
  name: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
}
