import fc from 'fast-check';
import { samples } from '#sandbox/samples.ts';

/** Would be an element, or an attribute that runs a script, where it is repeated without escaping. */
export const CANARY = { tag: 'zz-canary', attribute: 'onzzcanary' } as const;

const MARKUP = [`<${CANARY.tag}>`, `"><${CANARY.tag}>`, `' ${CANARY.attribute}='1`, '</title><b>'];

const { pdf, 'asks-for-email': form } = samples;
const [ids = ''] = pdf.path.split('?');

/** Pieces that mean something to somebody on the way: to us, to Node, to Next, to a proxy. */
const TARGET_PIECES = [
  ...['/', '//', '\\', '/./', '/../', '%2e%2e', '%2F', '%5C', '%00', '%', '%zz', '%E0%A4%A'],
  ...[
    '?',
    '&',
    '=',
    '#',
    ';',
    ':',
    '@',
    '+',
    ',',
    '|',
    '[',
    ']',
    '{',
    '"',
    '<',
    '\u00E9',
    '\u00FF',
  ],
  ...['/d/', ids, pdf.path, form.path, '/download', '/confirm-email-address', '/cookies'],
  ...['/_status', '/metrics', '/services/', '/security.txt', '/assets/', '/assets/application.css'],
  ...['/_next/', '/_next/data/', '/_next/image', '/_next/static/', '/_error', '/404', '/500'],
  ...['/_not-found', '/_global-error', '/_app', '/_document', '/index', '/%34%30%34'],
  ...[
    '.rsc',
    '.segments/_tree.segment.rsc',
    '.json',
    '.txt',
    '/api/',
    '/[[...path]]',
    '/%5Fstatus',
  ],
  ...['?key=', '&key=', `?key=${pdf.key}`, '&lang=', 'cy', '&again=yes', '?_rsc=1', '&nxtPpath=a'],
  ...['http://', 'https://elsewhere.example', '//elsewhere.example', '*', 'javascript:alert(1)'],
  ...MARKUP.map(encodeURIComponent),
];

/** Headers that change what Next, Node or a proxy does, and those that we read. */
const HEADER_NAMES = [
  ...['Accept', 'Accept-Encoding', 'Accept-Language', 'Authorization', 'Content-Type', 'Cookie'],
  ...['Expect', 'Forwarded', 'If-Modified-Since', 'If-None-Match', 'Next-Action', 'Next-Url'],
  ...[
    'Next-Router-Prefetch',
    'Next-Router-State-Tree',
    'Origin',
    'Prefer',
    'Purpose',
    'RSC',
    'Range',
  ],
  ...['Referer', 'Sec-Fetch-Dest', 'Sec-Fetch-Site', 'TE', 'Upgrade', 'User-Agent', 'Via'],
  ...['X-B3-SpanId', 'X-B3-TraceId', 'X-Amz-Cf-Id', 'X-Forwarded-For', 'X-Forwarded-Host'],
  ...['X-Forwarded-Proto', 'X-HTTP-Method-Override', 'X-Invoke-Path', 'X-Invoke-Status'],
  ...[
    'X-Matched-Path',
    'X-Middleware-Invoke',
    'X-Middleware-Override-Headers',
    'X-Middleware-Next',
  ],
  ...[
    'X-Middleware-Rewrite',
    'X-Middleware-Set-Cookie',
    'X-Middleware-Subrequest',
    'X-Nextjs-Data',
  ],
  ...['X-Now-Route-Matches', 'X-Original-URL', 'X-Prerender-Revalidate', 'X-Rewrite-URL'],
];

const HEADER_PIECES = [
  ...[
    '1',
    '0',
    '-1',
    '*',
    '*/*',
    ',',
    ';',
    '=',
    '; q=',
    'cy',
    'en',
    'bytes=0-',
    'bytes=9999-',
    '""',
  ],
  ...['text/x-component', 'application/x-www-form-urlencoded', 'multipart/form-data', '/cookies'],
  ...['middleware:middleware:middleware', 'same-origin', 'cross-site', 'gzip', '100-continue'],
  ...['language=cy', 'language=', 'document_confirmation=', '__prerender_bypass=x', 'Fe26.2*1*'],
  ...['http://elsewhere.example', '127.0.0.1', 'localhost', '\u00E9', '\u00FF', '%00', '{"a":'],
  ...MARKUP,
];

const PRINTABLE = {
  unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
};

const joined = (pieces: readonly string[], maxLength: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ ...PRINTABLE, maxLength: 8 })), {
      minLength: 1,
      maxLength,
    })
    .map((parts) => parts.join(''));

/** What stands between the method and the version: no blanks, else anything. */
export const strangeTarget = joined(TARGET_PIECES, 6).map((target) =>
  target.replace(/^(?![/*h])/, '/'),
);

/** A whole line. */
export const strangeHeader = fc
  .tuple(fc.constantFrom(...HEADER_NAMES), joined(HEADER_PIECES, 5))
  .map(([name, value]) => `${name}: ${value}`);

/** The text of a field of a form, as somebody typed or forged it. */
export const strangeField = fc.oneof(
  joined([...MARKUP, 'someone@example.gov.uk', '@', '.', ' ', '%', '&', '='], 5),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.emailAddress(),
);

/** A body that may be a form, or almost one. */
export const strangeBody = fc.oneof(
  fc
    .record({ email_address: strangeField, token: strangeField })
    .map((fields) => new URLSearchParams(fields).toString()),
  joined(
    ['email_address=', '&', '=', '%', '%zz', '+', ';', '[]', 'token=', '\u0000', ...MARKUP],
    8,
  ),
);
