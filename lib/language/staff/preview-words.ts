/** The pages and states that citizens can meet, in the order in which staff are shown them. */
export interface PreviewTitles {
  readonly landing: string;
  readonly 'landing-without-email': string;
  readonly 'email-form': string;
  readonly 'email-form-empty': string;
  readonly 'email-form-malformed': string;
  readonly 'email-form-wrong-address': string;
  readonly download: string;
  readonly 'download-without-email': string;
  readonly 'download-csv': string;
  readonly 'download-text': string;
  readonly 'download-json': string;
  readonly 'download-word': string;
  readonly 'download-excel': string;
  readonly 'download-jpeg': string;
  readonly 'download-png': string;
  readonly 'download-other': string;
  readonly 'long-file-name': string;
  readonly 'right-to-left-file-name': string;
  readonly 'no-file-name': string;
  readonly 'no-expiry-date': string;
  readonly 'expires-soon': string;
  readonly 'expires-today': string;
  readonly expired: string;
  readonly deleted: string;
  readonly 'wrong-link': string;
  readonly 'not-found': string;
  readonly 'too-many-requests': string;
  readonly 'too-many-attempts': string;
  readonly 'form-refused': string;
  readonly 'not-accepted': string;
  readonly 'wrong-method': string;
  readonly problem: string;
  readonly cookies: string;
}

/** The name of a preview in its URL. */
export type PreviewName = keyof PreviewTitles;

/** What stands around the previews. */
export interface PreviewWords {
  readonly bannerTitle: string;
  readonly bannerText: string;
  readonly seeWidths: string;
  readonly sideBySide: string;
  readonly listTitle: string;
  readonly introduction: string;
  readonly noDocument: string;
  readonly groups: PreviewGroupWords;
  readonly titles: PreviewTitles;
  readonly page: string;
  readonly preview: string;
  readonly widths: string;
  readonly phone: string;
  readonly desktop: string;
  readonly openPage: string;
  readonly fileTitle: string;
  readonly fileStarts: string;
  readonly service: ServiceChoiceWords;
}

export interface PreviewGroupWords {
  readonly journey: string;
  readonly files: string;
  readonly dates: string;
  readonly troubles: string;
}

/** The choice of the service whose name and contact stand on the previews. */
interface ServiceChoiceWords {
  readonly title: string;
  readonly exampleName: string;
  readonly contact: string;
  readonly noContact: string;
  readonly status: string;
  readonly live: string;
  readonly notLive: string;
  readonly change: string;
  readonly id: string;
  readonly idHint: string;
  readonly name: string;
  readonly nameHint: string;
  readonly contactHint: string;
  readonly show: string;
  readonly malformed: string;
  readonly unknown: string;
  readonly unavailable: string;
}
