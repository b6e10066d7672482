import type { ImportMessage } from './import-messages.ts';

/** Until so many are together, or so many milliseconds have passed, messages wait for each other. */
const MOST_MESSAGES = 200;
const MOST_ARTICLES = 200;
const LONGEST_WAIT = 100;

/** Gathers what the worker says: a folder of small files has three messages a file. */
export class Outbox {
  private waiting: ImportMessage[] = [];
  private articles = 0;
  private sent = Number.NEGATIVE_INFINITY;

  constructor(private readonly post: (messages: ImportMessage[]) => void) {}

  readonly send = (message: ImportMessage): void => {
    // How far it was before is of no use any more.
    if (message.type === 'progress' && this.waiting.at(-1)?.type === 'progress') this.waiting.pop();
    this.waiting.push(message);
    if (message.type === 'articles') this.articles += message.articles.length;
    const full = this.waiting.length >= MOST_MESSAGES || this.articles >= MOST_ARTICLES;
    if (full || performance.now() - this.sent >= LONGEST_WAIT) this.flush();
  };

  flush(): void {
    if (this.waiting.length === 0) return;
    this.post(this.waiting);
    this.waiting = [];
    this.articles = 0;
    this.sent = performance.now();
  }
}
