import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import nunjucks from 'nunjucks';
import { assetUrl, FONT_URLS } from '#lib/page/assets.ts';

const FOLDERS = [
  fileURLToPath(new URL('views', import.meta.url)),
  'node_modules/govuk-frontend/dist',
];

/** Has Express render with Nunjucks, as in production: each template is read and compiled once. */
export function useTemplates(app: Express): void {
  const options = { autoescape: true, noCache: false, watch: false, express: app };
  const environment = nunjucks.configure(FOLDERS, options);
  environment.addGlobal('assetUrl', assetUrl);
  environment.addGlobal('fontUrls', FONT_URLS);
}
