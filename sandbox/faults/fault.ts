/** How an API goes wrong. Everything is optional; what is absent goes right. */
export interface Fault {
  /** Answers this status in place of the real one. */
  readonly status?: number;
  /** Waits before it answers. */
  readonly delayMs?: number;
  /** Takes the request and never answers. */
  readonly stallHeaders?: boolean;
  /** Stops half-way through the body. */
  readonly stallBody?: boolean;
  /** Resets the connection. */
  readonly reset?: boolean;
  /** Answers nonsense in place of the real body. */
  readonly body?: FaultBody;
  /** Adds `Retry-After`, in seconds. */
  readonly retryAfter?: number;
  /** The share of calls that it strikes, 0 to 1; all when absent. */
  readonly rate?: number;
}

export const FAULT_BODIES = ['html', 'half-json', 'wrong-types', 'oversized', 'empty'] as const;

/** What a broken API sends in place of its answer. */
export type FaultBody = (typeof FAULT_BODIES)[number];

export const API_NAMES = ['notify', 'documents'] as const;

/** The APIs, whose faults are switched apart. */
export type ApiName = (typeof API_NAMES)[number];

/** The faults that are switched on. */
export type FaultSwitches = Readonly<Partial<Record<ApiName, Fault>>>;
