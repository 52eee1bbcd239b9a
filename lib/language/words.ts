import type { ReactNode } from 'react';
import type { CalendarDate } from '#lib/documents/expiry.ts';
import type { FileSize } from '#lib/documents/file-size.ts';
import type { FileType } from '#lib/documents/file-type.ts';
import type { Wait } from './wait.ts';

/** A day as readers are told it: a near one with its weekday. */
export interface Day {
  readonly date: CalendarDate;
  readonly showWeekday: boolean;
}

/**
 * Everything that the pages say, in one language.
 *
 * A sentence is one entry, links and names within it included, so that a translator can put its
 * parts in any order. `contact` in a sentence is a way to reach the service, as {@link ContactWords}
 * tells it.
 */
export interface Words {
  /** What the language calls itself. */
  readonly languageName: string;
  readonly shell: ShellWords;
  readonly contact: ContactWords;
  readonly landing: LandingWords;
  readonly confirmation: ConfirmationWords;
  readonly download: DownloadWords;
  readonly unavailable: UnavailableWords;
  readonly refusal: RefusalWords;
  readonly problem: ProblemWords;
  readonly cookies: CookiesWords;
}

/** What stands around the content of every page. */
interface ShellWords {
  readonly skipToContent: string;
  readonly chooseLanguage: string;
  readonly supportLinks: string;
  readonly back: string;
  /** Said in front of the title of a page, and of a message, that tells of an error in a form. */
  readonly error: string;
}

/** How to reach a service, as the end of a sentence. */
interface ContactWords {
  readonly web: (service: string) => string;
  readonly email: (address: ReactNode) => ReactNode;
  readonly phone: (text: string) => string;
}

interface LandingWords {
  readonly title: string;
  readonly sent: (service: string, type: FileType) => string;
  readonly nextConfirm: string;
  readonly nextDownload: string;
  readonly doNotShare: string;
  readonly continue: string;
  readonly question: (contact: ReactNode) => ReactNode;
}

interface ConfirmationWords {
  readonly title: string;
  readonly reason: (service: string) => string;
  readonly label: string;
  readonly hint: string;
  readonly continue: string;
  readonly question: (contact: ReactNode) => ReactNode;
  readonly thereIsAProblem: string;
  readonly empty: string;
  readonly malformed: string;
  readonly wrongAddress: (service: string) => string;
}

interface DownloadWords {
  readonly title: string;
  readonly availableUntil: (day: Day) => string;
  readonly lastDayIsToday: string;
  readonly expiryUnknown: string;
  readonly link: (type: FileType, size: FileSize) => string;
  readonly fileName: string;
  readonly fileType: string;
  readonly type: (type: FileType) => string;
  readonly fileSize: string;
  readonly size: (size: FileSize) => string;
  readonly lastDay: string;
  readonly day: (day: Day) => string;
  readonly sharedDevice: string;
  readonly question: (contact: ReactNode) => ReactNode;
  /** For readers whose file does not open: `link` makes the link of its text. */
  readonly confirmAgain: (link: (text: string) => ReactNode) => ReactNode;
}

/** Pages where there is nothing: no such page, no such file, no such file any more. */
interface UnavailableWords {
  readonly notFound: string;
  readonly noPage: string;
  readonly ifTyped: string;
  readonly ifFollowed: string;
  readonly wrongLink: (service: string) => string;
  readonly checkLink: string;
  readonly stillNotWorking: (contact: ReactNode) => ReactNode;
  readonly gone: string;
  readonly wasThere: (service: string) => string;
  readonly stillNeeded: (contact: ReactNode) => ReactNode;
}

/** Pages for requests that are not answered. */
interface RefusalWords {
  readonly tooManyRequests: string;
  readonly tooManyAttempts: string;
  readonly tryAgainIn: (wait: Wait) => string;
  readonly goBackToConfirm: string;
  readonly formRefused: string;
  readonly formFromElsewhere: string;
  readonly fillInAgain: string;
  readonly notAccepted: string;
  readonly cannotRead: string;
  readonly methodNotAllowed: string;
  readonly cannotDoThat: string;
  readonly openLinkAgain: string;
}

interface ProblemWords {
  readonly title: string;
  readonly tryAgainLater: string;
  readonly keepLink: string;
  readonly quoteReference: string;
  readonly reference: (reference: ReactNode) => ReactNode;
}

interface CookiesWords {
  readonly title: string;
  readonly whatTheyAre: string;
  readonly onlyNeeded: string;
  readonly caption: string;
  readonly name: string;
  readonly purpose: string;
  readonly expires: string;
  readonly language: string;
  readonly confirmation: string;
  readonly access: string;
  readonly afterOneYear: string;
  readonly whenBrowserCloses: string;
}
