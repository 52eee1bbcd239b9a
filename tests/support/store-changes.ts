import type { App } from './start-app.ts';

/** What the log of an instance says that became of a store, in order. */
export function storeChanges(app: App, store: string): readonly ('ready' | 'lost')[] {
  const messages = app.output().matchAll(/"message":"(?<message>[^"]*)"/g);
  return [...messages].flatMap(({ groups }) => {
    const message = groups?.['message'] ?? '';
    if (!message.startsWith(store)) return [];
    return [message.includes('is lost') ? 'lost' : 'ready'];
  });
}
