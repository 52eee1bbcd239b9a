import { describe, expect, it } from 'vitest';
import { sampleDocuments, samples, type SampleName } from '#sandbox/samples.ts';
import { ask, openPage } from '#tests/support/ask.ts';
import { downloadPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

const EVERY_TYPE: readonly SampleName[] = [
  ...(['pdf', 'csv', 'txt', 'json', 'rtf', 'odt', 'doc', 'docx', 'xlsx'] as const),
  ...(['jpg', 'jpeg', 'png', 'upper-case-type', 'unknown-type', 'named-file', 'odd-name'] as const),
  ...(['size-empty', 'size-2-mb'] as const),
];

describe('the first link of a download page', () => {
  it.each(EVERY_TYPE)('hands over the file that was sent, byte for byte: %s', async (name) => {
    const page = await openPage(world.app.url + downloadPath(samples[name]));
    const file = await ask(page.inMain('a')[0]?.attributes['href'] ?? '');
    expect(file.status).toBe(200);
    const { documentId } = samples[name];
    const sent = sampleDocuments.find((document) => document.documentId === documentId)?.content();
    const received = Buffer.from(await file.arrayBuffer());
    expect(received.equals(sent ?? Buffer.from('no such sample'))).toBe(true);
  });
});
