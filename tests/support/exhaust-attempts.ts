import type { SampleLink } from '#sandbox/samples.ts';
import type { Sandbox } from '#sandbox/start-sandbox.ts';
import { ask } from './ask.ts';

/** The API counts so many attempts for a document in five minutes, whoever makes them. */
const ATTEMPTS_OF_API = 50;

/** Makes all attempts that document-download-api allows for a document, past our pages. */
export async function exhaustAttempts(sandbox: Sandbox, sample: SampleLink): Promise<void> {
  const url = `${sandbox.url}/services/${sample.serviceId}/documents/${sample.documentId}/authenticate`;
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ key: sample.key, email_address: 'attacker@example.com' });
  for (let attempt = 0; attempt < ATTEMPTS_OF_API; attempt += 1) {
    const { status } = await ask(url, { method: 'POST', headers, body });
    if (status !== 403) throw new Error(`attempt ${attempt} was answered by ${status}`);
  }
}
