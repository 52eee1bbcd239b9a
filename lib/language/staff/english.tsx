import { englishLinkCheck } from './english-link-check.ts';
import { englishPreviews } from './english-previews.ts';
import type { StaffWords } from './staff-words.ts';

export const englishForStaff: StaffWords = {
  shell: {
    allPreviews: 'All previews',
    checkLink: 'Check a citizen’s link',
    signOut: 'Sign out',
    thereIsAProblem: 'There is a problem',
  },
  signIn: {
    title: 'You need to sign in',
    needed: 'These pages are for the support staff of GOV.UK Notify.',
    how: 'Sign in to GOV.UK Notify and follow the link to the document download previews. It signs you in here.',
    onceOnly: 'The link works once and for 15 minutes. Get a new one each time.',
    linkUsed: 'The link that you followed was used before.',
    linkExpired: 'The link that you followed is more than 15 minutes old.',
    linkWrong: 'The link that you followed does not let you in here.',
    unavailable: 'You cannot sign in or carry on at the moment',
    cannotTell:
      'We cannot check at the moment whether a link was used, or whether somebody has signed out. Until we can, nobody gets in.',
    citizensNotAffected: 'The pages for citizens work as usual.',
    tryAgain: 'Try again in a few minutes.',
    tooManyTitle: 'Too many requests',
    signedOut: 'You have signed out',
    signedOutEverywhere: 'This session has ended in every browser window.',
    toSignInAgain: 'To come back, get a new link from GOV.UK Notify.',
    formRefused: 'We could not accept the form',
    sendAgain: (link) => (
      <>
        We could not check that the form came from these pages. {link('Open the page again')} and
        send it from there.
      </>
    ),
  },
  previews: englishPreviews,
  linkCheck: englishLinkCheck,
};
