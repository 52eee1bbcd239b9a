import { secret, secretKeys } from '../variable.ts';

/** What the program shares with nobody, or only with Notify’s other programs. */
export const secretVariables = {
  SECRET_KEY: secretKeys({
    doc: 'Seals cookies and form tokens and verifies links to previews; put a new key in front of the old one to rotate',
    developmentFallback: 'development-only-secret-key-0123456789abcdef',
    secret: true,
  }),
  DANGEROUS_SALT: secret({
    doc: 'Salt of signed tokens, the same as in Notify’s other programs',
    developmentFallback: 'development-only-salt',
    secret: true,
  }),
};
