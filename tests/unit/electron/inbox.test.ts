import { describe, expect, it } from 'vitest';
import { createInbox } from '../../../preload/inbox.ts';

describe('the preload’s inbox', () => {
  it('hands an event to everyone who listens for it, and to nobody who stopped', () => {
    const inbox = createInbox();
    const heard: string[] = [];
    inbox.on('articles.changed', ({ ids }) => heard.push(`one ${ids}`));
    const stop = inbox.on('articles.changed', ({ ids }) => heard.push(`two ${ids}`));
    inbox.on('tags.changed', () => heard.push('tags'));
    inbox.receive({ name: 'articles.changed', payload: { ids: ['a'] } });
    stop();
    inbox.receive({ name: 'articles.changed', payload: { ids: ['b'] } });
    expect(heard).toEqual(['one a', 'two a', 'one b']);
  });

  it('keeps what the desktop asked for until the page listens, once and in order', () => {
    const inbox = createInbox();
    const heard: string[] = [];
    inbox.receive({ name: 'files.opened', payload: { paths: ['/a'] } });
    inbox.receive({ name: 'command.requested', payload: { id: 'app.help' } });
    inbox.receive({ name: 'files.opened', payload: { paths: ['/b'] } });
    inbox.on('files.opened', ({ paths }) => heard.push(...paths));
    inbox.on('files.opened', ({ paths }) => heard.push(...paths));
    expect(heard).toEqual(['/a', '/b']);
    inbox.on('command.requested', ({ id }) => heard.push(id));
    expect(heard).toEqual(['/a', '/b', 'app.help']);
  });

  it('forgets news that nobody heard', () => {
    const inbox = createInbox();
    inbox.receive({ name: 'tags.changed', payload: {} });
    const heard: unknown[] = [];
    inbox.on('tags.changed', (payload) => heard.push(payload));
    expect(heard).toEqual([]);
  });
});
