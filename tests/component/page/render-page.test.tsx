import { describe, expect, it } from 'vitest';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { sampleView } from './sample-pages.tsx';

describe('renderPage', () => {
  it('answers with the status, language and length of the page', async () => {
    const view = sampleView('cy');
    const answer = renderPage(<NotFoundPage view={view} />, view, 404);
    const body = await answer.clone().arrayBuffer();
    expect(answer.status).toBe(404);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'cy',
      'content-length': String(body.byteLength),
    });
    expect(await answer.text()).toMatch(/^<!DOCTYPE html><html lang="cy"/);
  });

  it('gives no half of a page when a component fails', () => {
    function Broken(): never {
      throw new Error('broken');
    }
    expect(() => renderPage(<Broken />, sampleView('en'), 200)).toThrow('broken');
  });
});
