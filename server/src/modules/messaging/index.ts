/** The door of messaging: everything that other rooms may use. */
export { type NewMessage, putMessages } from './commands/put-messages';
export { readBefore } from './commands/read-before';
export { readUpTo } from './commands/read-up-to';
export { type Mail, type Mailer, openMailer } from './gateway/mailer';
export { countUnread, inboxOf, readMark } from './queries/inbox';
export { type MessageFacts, type MessageRow, messageTable } from './store/message.row';
