import type { LinkCheckWords } from './link-check-words.ts';

export const englishLinkCheck: LinkCheckWords = {
  title: 'Check a citizen’s link',
  introduction:
    'Find out why a link to a file does not work. Paste the link in whatever shape it is, or the whole email.',
  notKept: 'We do not keep what you paste, and the check does not count as a visit.',
  pasted: 'Link or email',
  pastedHint: 'Ask the citizen to copy all of it',
  address: 'The citizen’s IP address, if you have it',
  addressHint:
    'With it we can tell whether they have to wait after too many tries. They can search the web for “what is my IP address”',
  check: 'Check the link',
  empty: 'Paste a link or an email',
  tooLong: 'Paste less: only the part of the email around the link',
  wrongAddress: 'Enter an IP address like 192.0.2.1, or leave it empty',
  another: 'Check another link',
  tellCitizen: 'Tell the citizen',
  verdicts: {
    works: {
      headline: 'The link works',
      tell: 'The link works and your file is there. Open the email again and follow the link.',
    },
    'works-repaired': {
      headline: 'The link works once it is put together again',
      tell: 'Your file is there, but the link was changed on its way to you. Open the email on another device, or copy all of the link into the address bar of your browser. If it goes over 2 lines, copy both.',
    },
    'no-link': {
      headline: 'There is no link to a file in what you pasted',
      tell: 'Find the email again. The link begins with https:// and has /d/ in the middle. Copy all of it and send it to me.',
    },
    'hidden-link': {
      headline: 'A mail filter has put its own link in place of ours',
      tell: 'A filter at your email provider has changed the link, so I cannot see it. Follow it, then copy what the address bar of your browser shows and send it to me.',
    },
    'several-links': {
      headline: 'There is more than one link in what you pasted',
      tell: 'There are several links. Tell me which one does not work.',
    },
    'foreign-link': {
      headline: 'The link looks like one of ours, but does not lead to us',
      tell: 'Do not follow the link and do not enter anything there: it does not lead to GOV.UK Notify. Forward the email to report@phishing.gov.uk.',
    },
    'case-lost': {
      headline: 'Capital and small letters of the link were lost',
      tell: 'The link only works with its capital and small letters just as they are in the email. Copy it from the email instead of typing it.',
    },
    'service-unreadable': {
      headline: 'The first part of the link, which names the service, is damaged',
      tell: 'A part of the link is missing or was changed. Open the email again and copy all of the link.',
    },
    'document-unreadable': {
      headline: 'The second part of the link, which names the file, is damaged',
      tell: 'A part of the link is missing or was changed. Open the email again and copy all of the link.',
    },
    'key-missing': {
      headline: 'The last part of the link, after “key=”, is missing',
      tell: 'The end of the link is missing. Open the email again and copy all of the link, up to the last letter.',
    },
    'key-too-short': {
      headline: 'The last part of the link, after “key=”, is cut off',
      tell: 'The end of the link is cut off. Open the email again and copy all of the link, up to the last letter. If it goes over 2 lines, copy both.',
    },
    'service-unknown': {
      headline: 'There is no such service',
      tell: 'The link names a service that we do not know. Open the email again and copy all of the link. If you did so already, ask whoever sent it.',
    },
    'document-unknown': {
      headline: 'There is no such file',
      tell: 'There is no file behind this link. Open the email again and copy all of the link. If you did so already, ask the service that sent it.',
    },
    'wrong-key': {
      headline: 'The file is there, but the last part of the link does not fit',
      tell: 'The end of the link, after “key=”, was changed. Open the email again and copy all of the link.',
    },
    blocked: {
      headline: 'The file is blocked',
      tell: 'You cannot download this file at the moment. Ask the service that sent it.',
    },
    deleted: {
      headline: 'The file was deleted',
      tell: 'The file is no longer there: the service deleted it, or its time was over. Ask the service to send it again.',
    },
    expired: {
      headline: 'The last day for the file has passed',
      tell: 'The last day to download the file has passed. Ask the service to send it again.',
    },
    'api-fault': {
      headline: 'One of our systems has a fault, so the link cannot be checked',
      tell: 'Something is wrong on our side. Keep the email with the link and try again later.',
    },
  },
  emailNeeded:
    'You will be asked for the email address that the link was sent to. Enter exactly that one.',
  heldOff: 'You have to wait because there were too many tries from where you are.',
  facts: {
    title: 'What we found',
    link: 'Link',
    whole: 'In one piece',
    repaired: 'Changed on its way, but could be put together again',
    rewritten: (mailFilter) => `Inside a link of ${mailFilter}`,
    leadsTo: (host) => `Leads to ${host}`,
    service: 'Service',
    live: (name) => `${name} (live)`,
    notLive: (name) => `${name} (not live)`,
    unknown: 'Not known',
    document: 'File',
    there: 'There',
    blocked: 'Blocked',
    deleted: 'Deleted. Our systems do not know since when',
    expired: 'Last day has passed. Our systems do not say when it was',
    expiredSince: (day) => `Last day was ${day}`,
    key: 'Key',
    fits: 'Fits',
    doesNotFit: 'Does not fit',
    incomplete: 'Incomplete',
    file: 'Type and size',
    emailAddress: 'Email address',
    asked: 'Asked for before the download',
    notAsked: 'Not asked for',
    lastDay: 'Last day to download',
    limits: 'Limits',
    noAddressGiven: 'Cannot be told without the citizen’s IP address',
    notHeldOff: 'None holds this address off at the moment',
    notifyApi: 'Notify API',
    documentDownloadApi: 'Document download API',
    noFault: 'Works',
    faults: {
      slow: 'Does not answer in time',
      failing: 'Fails',
      'refuses-us': 'Refuses our credentials',
    },
    notLookedAt: 'Not looked at',
  },
};
