/** What the sandbox and the embedded development settings of the program agree on. */
export const sandboxDefaults = {
  host: '127.0.0.1',
  port: 7200,
  /** Where the frontend stands that readers without an access cookie are sent back to. */
  frontendUrl: 'http://127.0.0.1:7001',
  adminClientUserName: 'notify-admin',
  adminClientSecret: 'sandbox-admin-client-secret',
  /** Signs the passes to documents that ask for an e-mail address. */
  signingSecret: 'sandbox-signing-secret',
  /** How long the real document-download-api waits for its storage before it answers 504. */
  slowMs: 30_000,
} as const;
