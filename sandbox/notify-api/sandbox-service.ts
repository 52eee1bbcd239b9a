/** A service as Notify API knows it. */
export interface SandboxService {
  /** UUID in lower case. */
  readonly id: string;
  readonly name: string;
  readonly contactLink: string | null;
  readonly active: boolean;
  /** Asking for this service always takes too long, or always fails. */
  readonly trouble?: 'slow' | 'broken';
}
