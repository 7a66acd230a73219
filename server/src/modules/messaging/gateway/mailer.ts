import { createTransport } from 'nodemailer';

/** One e-mail, in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends e-mail. Without SMTP_URL nothing is sent, and `isOn` says so, so that no page promises a mail. */
export interface Mailer {
  readonly isOn: boolean;
  /** Resolves when the server has taken the mail; throws when it has not. Only jobs and bystanders call it, never a transaction. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The whole of one sending. */
const TIMEOUT_MS = 15_000;

/** Opens the way to a mail server: `smtp://user:password@host:port?from=shop@example.com`. */
export function openMailer(smtpUrl: string | undefined): Mailer {
  if (!smtpUrl) return { isOn: false, send: async () => undefined, close: () => undefined };
  const url = new URL(smtpUrl);
  const from = url.searchParams.get('from') ?? (decodeURIComponent(url.username) || `fenrun@${url.hostname}`);
  url.searchParams.delete('from');
  const transport = createTransport({
    url: url.toString(),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  } as object);
  return {
    isOn: true,
    // Line breaks in a header would let a name add headers of its own; nodemailer folds them, and we take them out.
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to, subject: subject.replace(/[\r\n]+/g, ' '), text });
    },
    close: () => transport.close(),
  };
}
