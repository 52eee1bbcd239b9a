import channels from 'node:diagnostics_channel';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Preloaded into the server, this has `instrumentation.ts` throw, with a text that no log may repeat:
 * what requests pass before Next sees them cannot be put in its place.
 */
const { subscribe } = channels;
channels.subscribe = (name, listener) => {
  if (name === 'http.server.request.start') throw new Error('not for someone@example.gov.uk');
  subscribe(name, listener);
};
syncBuiltinESMExports();
