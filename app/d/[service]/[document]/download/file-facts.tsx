import type { AvailableDocument } from '#lib/documents/available-document.ts';
import type { Expiry } from '#lib/documents/expiry.ts';
import { readableFileName } from '#lib/documents/file-name.ts';
import { measureFileSize } from '#lib/documents/file-size.ts';
import { fileTypeOf } from '#lib/documents/file-type.ts';
import { SummaryList } from '#lib/govuk/summary-list.tsx';
import type { Words } from '#lib/language/words.ts';

interface FileFactsProps {
  readonly document: AvailableDocument;
  readonly expiry: Expiry;
  readonly words: Words['download'];
}

/** What there is to know of a file before it is downloaded, its name first. */
export function FileFacts({ document, expiry, words }: FileFactsProps) {
  const name = readableFileName(document.fileName);
  const facts = [
    // A name in Hebrew or Arabic must not turn the words around it.
    name !== null && ([words.fileName, <bdi key="name">{name}</bdi>] as const),
    [words.fileType, words.type(fileTypeOf(document.fileExtension))] as const,
    [words.fileSize, words.size(measureFileSize(document.sizeInBytes))] as const,
    expiry.kind === 'until' && ([words.lastDay, words.day(expiry)] as const),
  ];
  const rows = facts.map((fact) => fact && { key: { text: fact[0] }, value: { text: fact[1] } });
  return <SummaryList rows={rows} />;
}
