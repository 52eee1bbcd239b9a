import { readConfig } from '#lib/config/read-config.ts';
import { Secret } from '#lib/secret/secret.ts';
import { makePassToken } from '#lib/staff/staff-link.ts';
import { ask } from './ask.ts';
import { newVisitor, visitFrom } from './visitors.ts';

const { SECRET_KEY, DANGEROUS_SALT } = readConfig({ NOTIFY_ENVIRONMENT: 'test' });

let staffCount = 0;

/** The address of a member of staff whom no test has seen before. */
export function newStaffAddress(): string {
  staffCount += 1;
  return `staff-${process.pid}-${staffCount}@example.gov.uk`;
}

/** A link's token for a server with the secrets of tests. Two of the same second are the same. */
export function staffToken(emailAddress = newStaffAddress(), serviceId: string | null = null) {
  const pass = { emailAddress: new Secret(emailAddress), serviceId };
  return makePassToken(pass, { keys: SECRET_KEY, salt: DANGEROUS_SALT }, Date.now()).reveal();
}

/** The value of the session's cookie that an answer sets. */
export function sessionIn(response: Pick<Response, 'headers'>): string {
  const cookies = response.headers.getSetCookie().join('\n');
  return /^staff_session=([^;]*)/m.exec(cookies)?.[1] ?? '';
}

/** Signs somebody in and returns the headers of a browser that keeps the session. */
export async function signIn(url: string, token = staffToken()): Promise<{ Cookie: string }> {
  const response = await ask(`${url}/preview?token=${token}`, visitFrom(newVisitor()));
  const session = sessionIn(response);
  if (session === '') throw new Error(`not signed in: ${response.status}`);
  return { Cookie: `staff_session=${session}` };
}
