import { once } from 'node:events';
import { connect, type SecureVersion, type TLSSocket } from 'node:tls';
import { ask, PATIENCE_MS } from '../ask.ts';
import { unlessProblems, wrong, type Check } from '../check.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Time enough to find out why a certificate is not renewed. */
const LEAST_DAYS = 14;

/** Citizens reach the program by TLS 1.2 or newer, with a certificate that is good and will be for a while. */
export const checkTls: Check = {
  name: 'TLS',
  async examine({ url, httpUrl }) {
    const address = new URL(url);
    if (address.protocol !== 'https:') return wrong('the address does not begin with https');
    const { version, endsAtMs } = await readSession(address);
    const daysLeft = Math.floor((endsAtMs - Date.now()) / DAY_MS);
    const problems = daysLeft < LEAST_DAYS ? [`the certificate ends in ${daysLeft} days`] : [];
    if (await takesOldVersions(address)) problems.push('TLS 1.1 is taken');
    if (!(await redirectsHttp(httpUrl))) problems.push('http does not lead to https');
    return unlessProblems(problems, `${version}, ${daysLeft} days left`);
  },
};

async function shakeHands({ hostname, port }: URL, most?: SecureVersion): Promise<TLSSocket> {
  const socket = connect({
    host: hostname,
    servername: hostname,
    port: Number(port || 443),
    ...(most && { minVersion: 'TLSv1', maxVersion: most, ciphers: 'DEFAULT@SECLEVEL=0' }),
  });
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no TLS within ten seconds')));
  await once(socket, 'secureConnect');
  return socket;
}

async function readSession(address: URL) {
  const socket = await shakeHands(address);
  const endsAtMs = Date.parse(socket.getPeerCertificate().valid_to);
  const version = String(socket.getProtocol());
  socket.destroy();
  return { version, endsAtMs };
}

async function takesOldVersions(address: URL): Promise<boolean> {
  try {
    (await shakeHands(address, 'TLSv1.1')).destroy();
    return true;
  } catch {
    return false;
  }
}

async function redirectsHttp(httpUrl: string): Promise<boolean> {
  const { status, headers } = await ask(`${httpUrl}/cookies`);
  return [301, 308].includes(status) && (headers.get('Location') ?? '').startsWith('https://');
}
