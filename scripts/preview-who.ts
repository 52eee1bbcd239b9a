import { parseArgs } from 'node:util';
import { readConfig } from '#lib/config/read-config.ts';
import { staffNameOf } from '#lib/staff/staff-name.ts';
import { readEmailAddress } from './read-email-address.ts';

/** Prints the name that audit lines have for a member of staff. */
function printStaffName(): void {
  const { values } = parseArgs({ options: { email: { type: 'string' } } });
  const emailAddress = readEmailAddress(values.email);
  const { DANGEROUS_SALT } = readConfig(process.env);
  process.stdout.write(`${staffNameOf(emailAddress, DANGEROUS_SALT)}\n`);
}

try {
  printStaffName();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
