/** What can be said of a link, each by its name. */
export type VerdictName =
  | 'works'
  | 'works-repaired'
  | 'no-link'
  | 'hidden-link'
  | 'several-links'
  | 'foreign-link'
  | 'case-lost'
  | 'service-unreadable'
  | 'document-unreadable'
  | 'key-missing'
  | 'key-too-short'
  | 'service-unknown'
  | 'document-unknown'
  | 'wrong-key'
  | 'blocked'
  | 'deleted'
  | 'expired'
  | 'api-fault';

/** A verdict, and what to say to the citizen, in words that can be read out. */
export interface VerdictWords {
  readonly headline: string;
  readonly tell: string;
}

/** How an API fails at present. */
export type FaultName = 'slow' | 'failing' | 'refuses-us';

export interface LinkCheckWords {
  readonly title: string;
  readonly introduction: string;
  readonly notKept: string;
  readonly pasted: string;
  readonly pastedHint: string;
  readonly address: string;
  readonly addressHint: string;
  readonly check: string;
  readonly empty: string;
  readonly tooLong: string;
  readonly wrongAddress: string;
  readonly another: string;
  readonly tellCitizen: string;
  readonly verdicts: Readonly<Record<VerdictName, VerdictWords>>;
  readonly emailNeeded: string;
  /** Followed by when to try again. */
  readonly heldOff: string;
  readonly facts: FactWords;
}

/** What was found out, line by line. */
interface FactWords {
  readonly title: string;
  readonly link: string;
  readonly whole: string;
  readonly repaired: string;
  readonly rewritten: (mailFilter: string) => string;
  readonly leadsTo: (host: string) => string;
  readonly service: string;
  readonly live: (name: string) => string;
  readonly notLive: (name: string) => string;
  readonly unknown: string;
  readonly document: string;
  readonly there: string;
  readonly blocked: string;
  readonly deleted: string;
  readonly expired: string;
  readonly expiredSince: (day: string) => string;
  readonly key: string;
  readonly fits: string;
  readonly doesNotFit: string;
  readonly incomplete: string;
  readonly file: string;
  readonly emailAddress: string;
  readonly asked: string;
  readonly notAsked: string;
  readonly lastDay: string;
  readonly limits: string;
  readonly noAddressGiven: string;
  readonly notHeldOff: string;
  readonly notifyApi: string;
  readonly documentDownloadApi: string;
  readonly noFault: string;
  readonly faults: Readonly<Record<FaultName, string>>;
  readonly notLookedAt: string;
}
