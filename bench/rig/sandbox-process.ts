import { sampleDocuments } from '#sandbox/samples.ts';
import { startSandbox } from '#sandbox/start-sandbox.ts';
import { benchDocuments } from './bench-documents.ts';

/** The process of both APIs; its argument is the port. */
await startSandbox({
  port: Number(process.argv[2]),
  documents: [...sampleDocuments, ...benchDocuments],
});
