/** What a visitor of a document's pages got to see, or what became of their form. */
export type Outcome = (typeof outcomes)[number];

/** In the order in which a reader meets them; afterwards whatever else can come of a link. */
export const outcomes = [
  'landing-shown',
  'confirmation-asked',
  'address-malformed',
  'wrong-address',
  'confirmed',
  'sent-on',
  'download-offered',
  'link-repaired',
  'bad-link',
  'unknown-service',
  'unknown-document',
  'gone',
  'form-refused',
  'too-many-attempts',
  'limited',
  'overloaded',
  'api-failure',
  'bug',
] as const;
