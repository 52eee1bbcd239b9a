import type { FileType } from '#lib/documents/file-type.ts';

export type Language = 'en' | 'cy';

/** What the rival's pages say, which is what those of our program say. */
export interface Words {
  readonly languageName: string;
  readonly skipToContent: string;
  readonly chooseLanguage: string;
  readonly supportLinks: string;
  readonly cookies: string;
  readonly title: string;
  readonly sent: (service: string, type: FileType) => string;
  readonly nextConfirm: string;
  readonly nextDownload: string;
  readonly doNotShare: string;
  readonly continue: string;
  /** A way to reach the service follows, as the end of the sentence. */
  readonly question: string;
  readonly contact: {
    readonly web: (service: string) => string;
    readonly email: string;
    readonly phone: string;
  };
  /** Titles of the pages that tell that there is no landing page, by their statuses. */
  readonly problems: Readonly<Record<404 | 410 | 429 | 503, string>>;
}

const englishTypes: Readonly<Record<FileType, string>> = {
  pdf: 'PDF',
  csv: 'CSV file',
  text: 'text file',
  json: 'JSON file',
  word: 'Microsoft Word document',
  excel: 'Microsoft Excel spreadsheet',
  jpeg: 'JPEG file',
  png: 'PNG file',
  unknown: 'file',
};

const welshTypes: Readonly<Record<FileType, string>> = {
  pdf: 'ffeil PDF',
  csv: 'ffeil CSV',
  text: 'ffeil testun',
  json: 'ffeil JSON',
  word: 'dogfen Microsoft Word',
  excel: 'taenlen Microsoft Excel',
  jpeg: 'ffeil JPEG',
  png: 'ffeil PNG',
  unknown: 'ffeil',
};

const en: Words = {
  languageName: 'English',
  skipToContent: 'Skip to main content',
  chooseLanguage: 'Language',
  supportLinks: 'Support links',
  cookies: 'Cookies',
  title: 'You have a file to download',
  sent: (service, type) => `${service} sent you a ${englishTypes[type]} to download.`,
  nextConfirm:
    'First we will ask for the email address that the link was sent to. Then you can download the file.',
  nextDownload: 'You can download it on the next page.',
  doNotShare: 'Do not share the link. Someone else could use it to get the file.',
  continue: 'Continue',
  question: 'If you have a question about the file,',
  contact: { web: (service) => `contact ${service}`, email: 'email', phone: 'call' },
  problems: {
    404: 'Page not found',
    410: 'No longer available',
    429: 'Cannot access document',
    503: 'Sorry, there’s a problem with the service',
  },
};

const cy: Words = {
  languageName: 'Cymraeg',
  skipToContent: 'Neidio i’r prif gynnwys',
  chooseLanguage: 'Iaith',
  supportLinks: 'Dolenni cymorth',
  cookies: 'Cwcis',
  title: 'Mae gennych ffeil i’w lawrlwytho',
  sent: (service, type) => `Mae ${service} wedi anfon ${welshTypes[type]} atoch i’w lawrlwytho.`,
  nextConfirm:
    'Yn gyntaf, byddwn yn gofyn am y cyfeiriad e-bost yr anfonwyd y ddolen iddo. Yna gallwch lawrlwytho’r ffeil.',
  nextDownload: 'Gallwch ei lawrlwytho ar y dudalen nesaf.',
  doNotShare: 'Peidiwch â rhannu’r ddolen. Gallai rhywun arall ei defnyddio i gael y ffeil.',
  continue: 'Parhau',
  question: 'Os oes gennych gwestiwn am y ffeil,',
  contact: {
    web: (service) => `cysylltwch â gwasanaeth ${service}`,
    email: 'anfonwch e-bost at',
    phone: 'ffoniwch',
  },
  problems: {
    404: 'Heb ddod o hyd i’r dudalen',
    410: 'Ddim ar gael mwyach',
    429: 'Methu cael mynediad at y ddogfen',
    503: 'Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth',
  },
};

const WORDS: Readonly<Record<Language, Words>> = { en, cy };

export function wordsOf(language: Language): Words {
  return WORDS[language];
}

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(WORDS, code);
}
