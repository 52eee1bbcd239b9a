import type { Config } from '#lib/config/read-config.ts';

/** What an operator asks to be looked at. */
export interface Patient {
  /** The address by which citizens reach the program. */
  readonly url: string;
  /** The same without TLS, which has to lead there. */
  readonly httpUrl: string;
  /** The address of one instance, behind all proxies; the same where there are none. */
  readonly instanceUrl: string;
  /** The commit that should be running; undefined when any will do. */
  readonly commit: string | undefined;
  /** The process of the instance, when it may be stopped; undefined when it must not. */
  readonly pid: number | undefined;
}

/** What came of a check. */
export interface Finding {
  readonly state: 'right' | 'wrong' | 'unchecked';
  /** One line, without any secret. */
  readonly detail: string;
}

/** One thing that has to be so before citizens come. */
export interface Check {
  readonly name: string;
  /** Looks at it; an error that it throws is wrong, too. */
  examine(patient: Patient, config: Config): Promise<Finding>;
}

export const right = (detail: string): Finding => ({ state: 'right', detail });

export const wrong = (detail: string): Finding => ({ state: 'wrong', detail });

export const unchecked = (detail: string): Finding => ({ state: 'unchecked', detail });

/** Right, unless there are problems. */
export function unlessProblems(problems: readonly string[], detail: string): Finding {
  return problems.length === 0 ? right(detail) : wrong(problems.join('; '));
}
