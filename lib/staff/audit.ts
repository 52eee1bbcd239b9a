import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';
import { verdicts as linkVerdicts } from '#lib/link-check/link-report.ts';
import type { Secret } from '#lib/secret/secret.ts';
import { staffNameOf } from './staff-name.ts';
import type { StaffPass } from './staff-link.ts';

/** Everything that staff, and those who would be, are held to account for; and how it can end. */
export const AUDITED = {
  'sign-in': [
    'signed-in',
    'malformed',
    'wrong-signature',
    'wrong-scope',
    'expired',
    'used',
    'limited',
    'unavailable',
  ],
  visit: ['signed-out', 'unavailable', 'form-refused'],
  preview: ['shown', 'no-service', 'unavailable'],
  'link-check': [...linkVerdicts, 'limited'],
  'sign-out': ['signed-out', 'unavailable'],
} as const;

export type AuditedAction = keyof typeof AUDITED;
export type AuditedVerdict<Action extends AuditedAction> = (typeof AUDITED)[Action][number];

/** Whom and what it is about, as far as that is known. */
export interface AuditDetails {
  readonly staff?: Pick<StaffPass, 'emailAddress'> | undefined;
  /** The name of the preview. */
  readonly page?: string;
  readonly serviceId?: string | undefined;
  readonly documentId?: string | undefined;
}

/** Writes down what staff did: one line in the log, and one more in the metric. */
export type Audit = <Action extends AuditedAction>(
  action: Action,
  verdict: AuditedVerdict<Action>,
  details?: AuditDetails,
) => void;

/** @param salt `DANGEROUS_SALT`, from which the names of staff are made */
export function createAudit(log: Logger, registry: Registry, salt: Secret): Audit {
  const actions = new Counter({
    name: 'document_download_staff_actions_total',
    help: 'What support staff did, or strangers tried, on the pages for staff',
    labelNames: ['action', 'verdict'],
    registers: [registry],
  });
  for (const [action, verdicts] of Object.entries(AUDITED)) {
    for (const verdict of verdicts) actions.inc({ action, verdict }, 0);
  }
  return (action, verdict, { staff, page, serviceId, documentId } = {}) => {
    actions.inc({ action, verdict });
    const who = staff === undefined ? 'nobody' : staffNameOf(staff.emailAddress, salt);
    log.info(
      {
        who,
        action,
        verdict,
        ...(page !== undefined && { page }),
        ...(serviceId !== undefined && { service_id: serviceId }),
        ...(documentId !== undefined && { document_id: documentId }),
      },
      `${who}: ${action}, ${verdict}`,
    );
  };
}
