import type { ReactElement } from 'react';
import { CookiesPage } from '#app/cookies/cookies-page.tsx';
import type { PreviewGroupWords, PreviewName } from '#lib/language/staff/preview-words.ts';
import { ForbiddenPage } from '#lib/page/forbidden-page.tsx';
import { MethodNotAllowedPage } from '#lib/page/method-not-allowed-page.tsx';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { ProblemPage } from '#lib/page/problem-page.tsx';
import { RequestNotAcceptedPage } from '#lib/page/request-not-accepted-page.tsx';
import { TooManyRequestsPage } from '#lib/page/too-many-requests-page.tsx';
import { UnavailablePage } from '#lib/page/unavailable-page.tsx';
import { download } from './download-preview.tsx';
import { emailForm, landing, landingWithoutEmail } from './journey-previews.tsx';
import type { PreviewStage } from './preview-stage.ts';
import { dayFrom } from './sample-document.ts';

const LONG_NAME = `A very long file name that goes on ${'and on '.repeat(20)}until its end.pdf`;
const RIGHT_TO_LEFT_NAME = 'מכתב החלטה 2026.pdf';
const SAMPLE_REFERENCE = '4F7K-2M9Q';
const SAMPLE_WAIT_SECONDS = 300;

/** The pages that citizens get, each in the very component that they get. */
export const previews: Readonly<Record<PreviewName, (stage: PreviewStage) => ReactElement>> = {
  landing,
  'landing-without-email': landingWithoutEmail,
  'email-form': (stage) => emailForm(stage),
  'email-form-empty': (stage) => emailForm(stage, { error: 'empty', value: '' }),
  'email-form-malformed': (stage) =>
    emailForm(stage, { error: 'malformed', value: 'someone@example' }),
  'email-form-wrong-address': (stage) =>
    emailForm(stage, { error: 'wrong-address', value: 'someone@example.com' }),
  download: (stage) => download(stage),
  'download-without-email': (stage) => download(stage, { confirmEmail: false }),
  'download-csv': (stage) => download(stage, ofType('csv')),
  'download-text': (stage) => download(stage, ofType('txt')),
  'download-json': (stage) => download(stage, ofType('json')),
  'download-word': (stage) => download(stage, ofType('docx')),
  'download-excel': (stage) => download(stage, ofType('xlsx')),
  'download-jpeg': (stage) => download(stage, ofType('jpg')),
  'download-png': (stage) => download(stage, ofType('png')),
  'download-other': (stage) => download(stage, ofType('xyz')),
  'long-file-name': (stage) => download(stage, { fileName: LONG_NAME }),
  'right-to-left-file-name': (stage) => download(stage, { fileName: RIGHT_TO_LEFT_NAME }),
  'no-file-name': (stage) => download(stage, { fileName: null }),
  'no-expiry-date': (stage) => download(stage, { availableUntil: null }),
  'expires-soon': (stage) => download(stage, { availableUntil: dayFrom(stage.now, 7) }),
  'expires-today': (stage) => download(stage, { availableUntil: dayFrom(stage.now, 0) }),
  expired: (stage) => <UnavailablePage {...stage} reason="gone" />,
  deleted: (stage) => <UnavailablePage {...stage} reason="gone" />,
  'wrong-link': (stage) => <UnavailablePage {...stage} reason="not-found" />,
  'not-found': ({ view }) => <NotFoundPage view={view} />,
  'too-many-requests': ({ view }) => (
    <TooManyRequestsPage view={view} retryAfterSeconds={SAMPLE_WAIT_SECONDS} />
  ),
  'too-many-attempts': ({ view, linkTo }) => (
    <TooManyRequestsPage
      view={view}
      retryAfterSeconds={SAMPLE_WAIT_SECONDS}
      goBackUrl={linkTo('email-form')}
    />
  ),
  'form-refused': ({ view, linkTo }) => (
    <ForbiddenPage view={view} goBackUrl={linkTo('email-form')} />
  ),
  'not-accepted': ({ view }) => <RequestNotAcceptedPage view={view} />,
  'wrong-method': ({ view }) => <MethodNotAllowedPage view={view} />,
  problem: ({ view }) => <ProblemPage view={view} reference={SAMPLE_REFERENCE} />,
  cookies: ({ view }) => <CookiesPage view={view} />,
};

/** The previews as they are listed. */
export const previewGroups: Readonly<Record<keyof PreviewGroupWords, readonly PreviewName[]>> = {
  journey: [
    'landing',
    'landing-without-email',
    'email-form',
    'email-form-empty',
    'email-form-malformed',
    'email-form-wrong-address',
    'download',
    'download-without-email',
  ],
  files: [
    'download-csv',
    'download-text',
    'download-json',
    'download-word',
    'download-excel',
    'download-jpeg',
    'download-png',
    'download-other',
    'long-file-name',
    'right-to-left-file-name',
    'no-file-name',
  ],
  dates: ['no-expiry-date', 'expires-soon', 'expires-today', 'expired', 'deleted'],
  troubles: [
    'wrong-link',
    'not-found',
    'too-many-requests',
    'too-many-attempts',
    'form-refused',
    'not-accepted',
    'wrong-method',
    'problem',
    'cookies',
  ],
};

/** Whether a part of a URL names a preview. */
export function isPreviewName(text: string): text is PreviewName {
  return Object.hasOwn(previews, text);
}

function ofType(fileExtension: string) {
  return { fileExtension, fileName: `Decision letter.${fileExtension}` };
}
