import { parseArgs } from 'node:util';
import { fileHost, pageHosts } from '#lib/config/public-hosts.ts';
import { readConfig, type Config } from '#lib/config/read-config.ts';
import { makePassToken } from '#lib/staff/staff-link.ts';
import { readEmailAddress } from './read-email-address.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Prints a link that signs a member of staff in, once and for 15 minutes. */
function printPreviewLink(): void {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, service: { type: 'string' } },
  });
  const emailAddress = readEmailAddress(values.email);
  const serviceId = values.service?.toLowerCase() ?? null;
  if (serviceId !== null && !UUID.test(serviceId)) throw new Error('--service takes a UUID');

  const settings = readConfig(process.env);
  const keys = { keys: settings.SECRET_KEY, salt: settings.DANGEROUS_SALT };
  const token = makePassToken({ emailAddress, serviceId }, keys, Date.now());
  process.stdout.write(`${publicUrl(settings)}/preview?token=${token.reveal()}\n`);
}

/** Where staff reach the pages; on one machine, where pages and files share a host, by the port. */
function publicUrl(settings: Config): string {
  const [host = 'localhost'] = pageHosts(settings);
  const port = host === fileHost(settings) ? `:${settings.PORT}` : '';
  return `${settings.HTTP_PROTOCOL}://${host}${port}`;
}

try {
  printPreviewLink();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
