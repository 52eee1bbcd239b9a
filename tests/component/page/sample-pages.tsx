import type { ReactElement } from 'react';
import { CookiesPage } from '#app/cookies/cookies-page.tsx';
import { ConfirmEmailAddressPage } from '#app/d/[service]/[document]/confirm-email-address/confirm-email-address-page.tsx';
import { DownloadPage } from '#app/d/[service]/[document]/download/download-page.tsx';
import { LandingPage } from '#app/d/[service]/[document]/landing-page.tsx';
import type { AvailableDocument } from '#lib/documents/available-document.ts';
import type { Contact } from '#lib/documents/contact.ts';
import type { Expiry } from '#lib/documents/expiry.ts';
import type { Service } from '#lib/documents/service.ts';
import { languages, wordsOf, type Language } from '#lib/language/languages.ts';
import { ForbiddenPage } from '#lib/page/forbidden-page.tsx';
import { MethodNotAllowedPage } from '#lib/page/method-not-allowed-page.tsx';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { ProblemPage } from '#lib/page/problem-page.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { RequestNotAcceptedPage } from '#lib/page/request-not-accepted-page.tsx';
import { TooManyRequestsPage } from '#lib/page/too-many-requests-page.tsx';
import { UnavailablePage } from '#lib/page/unavailable-page.tsx';
import { Secret } from '#lib/secret/secret.ts';
import { readHtml, type HtmlElement } from '#tests/support/read-html.ts';

export const CONTACTS = {
  none: { kind: 'none' },
  web: { kind: 'web', href: 'https://library.example.gov.uk/help?a=1&b=2' },
  email: { kind: 'email', address: 'help@library.example.gov.uk' },
  phone: { kind: 'phone', text: '0800 123 4567' },
} as const satisfies Record<string, Contact>;

export const UNTIL = {
  kind: 'until',
  date: { year: 2022, month: 11, day: 11 },
  showWeekday: true,
  isToday: false,
} as const satisfies Expiry;

export const FORM = {
  formAction: '/d/s/d/confirm-email-address?key=k',
  backUrl: '/d/s/d?key=k',
  token: 'sealed~1',
};

export function sampleView(language: Language): PageView {
  const languageLinks = languages.map((code) => ({ language: code, href: `?key=k&lang=${code}` }));
  return { language, words: wordsOf(language), languageLinks };
}

export function sampleService(changes: Partial<Service> = {}): Service {
  const id = 'd6aa2c68-a2d9-4437-ab19-3ae8eb202553';
  return { id, name: 'XYZZY', contact: CONTACTS.web, active: true, ...changes };
}

export function sampleDocument(changes: Partial<AvailableDocument> = {}): AvailableDocument {
  return {
    availableUntil: { year: 2022, month: 11, day: 11 },
    confirmEmail: false,
    fileUrl: new Secret('https://download.example.gov.uk/services/s/documents/d.pdf?key=k&x=y'),
    fileExtension: 'pdf',
    fileName: 'xyzzy.pdf',
    sizeInBytes: 712_099,
    ...changes,
  };
}

/** Every page and state of it that a citizen can meet, in one language. */
export function samplePages(
  view: PageView,
  service = sampleService(),
  document = sampleDocument(),
): Readonly<Record<string, ReactElement>> {
  const form = { view, service, ...FORM };
  const file = { view, service, document };
  return {
    landing: <LandingPage {...file} continueUrl="/d/s/d/download?key=k" />,
    form: <ConfirmEmailAddressPage {...form} />,
    'form left empty': <ConfirmEmailAddressPage {...form} error="empty" value="" />,
    'form malformed': <ConfirmEmailAddressPage {...form} error="malformed" value="@@" />,
    'form with a wrong address': <ConfirmEmailAddressPage {...form} error="wrong-address" />,
    download: <DownloadPage {...file} expiry={UNTIL} confirmAgainUrl="/again" />,
    'download today': <DownloadPage {...file} expiry={{ ...UNTIL, isToday: true }} />,
    'download without a date': <DownloadPage {...file} expiry={{ kind: 'unknown' }} />,
    'link that does not fit': <UnavailablePage view={view} service={service} reason="not-found" />,
    gone: <UnavailablePage view={view} service={service} reason="gone" />,
    'not found': <NotFoundPage view={view} />,
    'method not allowed': <MethodNotAllowedPage view={view} />,
    'too many requests': <TooManyRequestsPage view={view} retryAfterSeconds={300} goBackUrl="/f" />,
    forbidden: <ForbiddenPage view={view} goBackUrl="/f" />,
    'request not accepted': <RequestNotAcceptedPage view={view} />,
    problem: <ProblemPage view={view} reference="4F7K-2M9Q" />,
    cookies: <CookiesPage view={view} />,
  };
}

export async function htmlOf(page: ReactElement, language: Language = 'en'): Promise<string> {
  return renderPage(page, { language }, 200).text();
}

export async function readPage(page: ReactElement): Promise<HtmlElement> {
  return readHtml(await htmlOf(page));
}
