import type { ReactNode } from 'react';
import type { LinkCheckWords } from './link-check-words.ts';
import type { PreviewWords } from './preview-words.ts';

/** Everything that the pages for support staff say, in one language. */
export interface StaffWords {
  readonly shell: StaffShellWords;
  readonly signIn: SignInWords;
  readonly previews: PreviewWords;
  readonly linkCheck: LinkCheckWords;
}

interface StaffShellWords {
  readonly allPreviews: string;
  readonly checkLink: string;
  readonly signOut: string;
  readonly thereIsAProblem: string;
}

interface SignInWords {
  readonly title: string;
  readonly needed: string;
  /** Where staff find the link that signs them in. */
  readonly how: string;
  readonly onceOnly: string;
  readonly linkUsed: string;
  readonly linkExpired: string;
  readonly linkWrong: string;
  readonly unavailable: string;
  readonly cannotTell: string;
  readonly citizensNotAffected: string;
  readonly tryAgain: string;
  readonly tooManyTitle: string;
  readonly signedOut: string;
  readonly signedOutEverywhere: string;
  readonly toSignInAgain: string;
  readonly formRefused: string;
  readonly sendAgain: (link: (text: string) => ReactNode) => ReactNode;
}
