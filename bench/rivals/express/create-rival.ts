import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { Config } from '#lib/config/read-config.ts';
import type { Apis } from './apis.ts';
import { createLimits } from './limits.ts';
import type { Limiters } from './limiters.ts';
import { showLanding } from './show-landing.ts';
import { observeRequests } from './observe-requests.ts';
import { showProblem, showNotFound } from './show-problem.ts';
import { setHeaders } from './set-headers.ts';
import { useTemplates } from './templates.ts';

/** What the rival is made of; a test hands over its own. */
export interface RivalParts {
  readonly settings: Pick<Config, 'TRUSTED_PROXY_COUNT' | 'SECRET_KEY'>;
  readonly apis: Apis;
  readonly limiters: Limiters;
  readonly log: Logger;
}

/**
 * The landing page as a team would write it that picks Express and Nunjucks: all that our program
 * does for it, limits, API calls, page, metrics and log line, and with the same rules of what a link,
 * a document and a service are. What differs is what carries them.
 */
export function createRival({ settings, apis, limiters, log }: RivalParts): Express {
  const app = express();
  const registry = new Registry();
  app.disable('x-powered-by');
  // It would make a fingerprint of every secret page.
  app.disable('etag');
  app.set('trust proxy', settings.TRUSTED_PROXY_COUNT);
  app.set('query parser', (text: string) => new URLSearchParams(text));
  useTemplates(app);
  const { limitVisitor, countUnknownLink } = createLimits(limiters, settings.SECRET_KEY);

  app.use(observeRequests(log, registry));
  app.use(setHeaders);
  app.get('/d/:service/:document', countUnknownLink, limitVisitor, showLanding(apis));
  app.get('/_status', (_, response) => void response.json({ status: 'ok' }));
  app.get('/metrics', async (_, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  app.use('/assets', express.static('public/assets', { immutable: true, maxAge: '1y' }));
  app.use(showNotFound);
  app.use(showProblem(log));
  return app;
}
