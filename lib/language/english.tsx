import type { FileType } from '#lib/documents/file-type.ts';
import { capitalise } from './capitalise.ts';
import { createDayFormat } from './day-format.ts';
import type { Words } from './words.ts';

const formatDay = createDayFormat('en-GB');

const fileTypes: Readonly<Record<FileType, string>> = {
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

export const english: Words = {
  languageName: 'English',
  shell: {
    skipToContent: 'Skip to main content',
    chooseLanguage: 'Language',
    supportLinks: 'Support links',
    back: 'Back',
    error: 'Error',
  },
  contact: {
    web: (service) => `contact ${service}`,
    email: (address) => <>email {address}</>,
    phone: (text) => `call ${text}`,
  },
  landing: {
    title: 'You have a file to download',
    sent: (service, type) => `${service} sent you a ${fileTypes[type]} to download.`,
    nextConfirm:
      'First we will ask for the email address that the link was sent to. Then you can download the file.',
    nextDownload: 'You can download it on the next page.',
    doNotShare: 'Do not share the link. Someone else could use it to get the file.',
    continue: 'Continue',
    question: (contact) => <>If you have a question about the file, {contact}.</>,
  },
  confirmation: {
    title: 'Confirm your email address',
    reason: (service) => `${service} wants to make sure that only you get the file.`,
    label: 'Email address',
    hint: 'This is the address that the link was sent to',
    continue: 'Continue',
    question: (contact) => <>If you no longer use that address, {contact}.</>,
    thereIsAProblem: 'There is a problem',
    empty: 'Enter your email address',
    malformed: 'Not a valid email address',
    wrongAddress: (service) =>
      `This is not the email address the file was sent to. Enter the address that ${service} uses when it emails you.`,
  },
  download: {
    title: 'Download your file',
    availableUntil: (day) => `This file is available to download until ${formatDay(day)}.`,
    lastDayIsToday: 'Today is the last day: download it before midnight.',
    expiryUnknown:
      'File expiry information is temporarily unavailable. To be safe, download the file now.',
    link: (type, { amount, unit }) =>
      `Download this ${fileTypes[type]} (${amount}${unit}) to your device`,
    fileName: 'File name',
    fileType: 'File type',
    type: (type) => capitalise(fileTypes[type]),
    fileSize: 'File size',
    size: ({ amount, unit }) => `${amount}${unit}`,
    lastDay: 'Last day to download',
    day: formatDay,
    sharedDevice: 'If other people use this device, delete the file when you no longer need it.',
    question: (contact) => <>If you have a question about the file, {contact}.</>,
    confirmAgain: (link) => (
      <>{link('Confirm your email address again')} if the file does not open.</>
    ),
  },
  unavailable: {
    notFound: 'Page not found',
    noPage: 'There is no page at this address.',
    ifTyped: 'If you typed or pasted the address, check that all of it is there.',
    ifFollowed:
      'If you followed a link in an email, open it from the email again. If it still does not work, tell the service that sent you the email.',
    wrongLink: (service) => `This link does not open a file from ${service}.`,
    checkLink:
      'Part of the link may be missing. Open it from the email again, or copy all of it into the address bar of your browser.',
    stillNotWorking: (contact) => <>If the link still does not work, {contact}.</>,
    gone: 'No longer available',
    wasThere: (service) =>
      `You can no longer download the file that ${service} sent you. Its last day has passed, or it was deleted.`,
    stillNeeded: (contact) => <>If you still need the file, {contact}.</>,
  },
  refusal: {
    tooManyRequests: 'Cannot access document',
    tooManyAttempts: 'There have been too many attempts in a short time.',
    tryAgainIn: ({ count, unit }) => `Try again in ${count} ${unit}${count === 1 ? '' : 's'}.`,
    goBackToConfirm: 'Go back to confirm your email address',
    formRefused: 'We could not accept the form',
    formFromElsewhere:
      'We could not check that the form came from this website, so we did not use what was in it.',
    fillInAgain: 'Open the link in your email again and fill in the form that it takes you to.',
    notAccepted: 'We could not use what you sent',
    cannotRead: 'Your browser sent something that this page cannot read.',
    methodNotAllowed: 'This page does not work that way',
    cannotDoThat: 'Your browser asked this page to do something that it does not do.',
    openLinkAgain: 'Open the link in your email again to carry on.',
  },
  problem: {
    title: 'Sorry, there’s a problem with the service',
    tryAgainLater: 'Try again in a few minutes.',
    keepLink: 'Keep the email with the link: you will need it again.',
    quoteReference: 'If you ask for help, give this reference.',
    reference: (reference) => <>Reference: {reference}</>,
  },
  cookies: {
    title: 'Cookies',
    whatTheyAre: 'Cookies are small files that a website keeps on your device.',
    onlyNeeded: 'We set only cookies that these pages need. None of them follows what you do.',
    caption: 'Cookies that we set',
    name: 'Name',
    purpose: 'Purpose',
    expires: 'Expires',
    language: 'Remembers the language that you chose',
    confirmation: 'Remembers that you confirmed your email address',
    access: 'Shows the system that stores the file that you may download it',
    afterOneYear: 'After 1 year',
    whenBrowserCloses: 'When you close your browser',
  },
};
