import type { FileType } from '#lib/documents/file-type.ts';
import { capitalise } from './capitalise.ts';
import { createDayFormat } from './day-format.ts';
import type { Words } from './words.ts';

const formatDay = createDayFormat('cy');

/** As they stand after the article, which softens the first letter of a feminine noun. */
const theFile: Readonly<Record<FileType, string>> = {
  pdf: 'ffeil PDF',
  csv: 'ffeil CSV',
  text: 'ffeil testun',
  json: 'ffeil JSON',
  word: 'ddogfen Microsoft Word',
  excel: 'daenlen Microsoft Excel',
  jpeg: 'ffeil JPEG',
  png: 'ffeil PNG',
  unknown: 'ffeil',
};

const aFile: Readonly<Record<FileType, string>> = {
  ...theFile,
  word: 'dogfen Microsoft Word',
  excel: 'taenlen Microsoft Excel',
};

export const welsh: Words = {
  languageName: 'Cymraeg',
  shell: {
    skipToContent: 'Neidio i’r prif gynnwys',
    chooseLanguage: 'Iaith',
    supportLinks: 'Dolenni cymorth',
    back: 'Yn ôl',
    error: 'Gwall',
  },
  contact: {
    // The noun stands between, since a name itself would have to mutate after the preposition.
    web: (service) => `cysylltwch â gwasanaeth ${service}`,
    email: (address) => <>anfonwch e-bost at {address}</>,
    phone: (text) => `ffoniwch ${text}`,
  },
  landing: {
    title: 'Mae gennych ffeil i’w lawrlwytho',
    sent: (service, type) => `Mae ${service} wedi anfon ${aFile[type]} atoch i’w lawrlwytho.`,
    nextConfirm:
      'Yn gyntaf, byddwn yn gofyn am y cyfeiriad e-bost yr anfonwyd y ddolen iddo. Yna gallwch lawrlwytho’r ffeil.',
    nextDownload: 'Gallwch ei lawrlwytho ar y dudalen nesaf.',
    doNotShare: 'Peidiwch â rhannu’r ddolen. Gallai rhywun arall ei defnyddio i gael y ffeil.',
    continue: 'Parhau',
    question: (contact) => <>Os oes gennych gwestiwn am y ffeil, {contact}.</>,
  },
  confirmation: {
    title: 'Cadarnhau eich cyfeiriad e-bost',
    reason: (service) => `Mae ${service} am wneud yn siŵr mai dim ond chi sy’n cael y ffeil.`,
    label: 'Cyfeiriad e-bost',
    hint: 'Dyma’r cyfeiriad yr anfonwyd y ddolen iddo',
    continue: 'Parhau',
    question: (contact) => <>Os nad ydych yn defnyddio’r cyfeiriad hwnnw mwyach, {contact}.</>,
    thereIsAProblem: 'Mae problem wedi codi',
    empty: 'Rhowch eich cyfeiriad e-bost',
    malformed: 'Nid yw’r cyfeiriad e-bost yn ddilys',
    wrongAddress: (service) =>
      `Nid dyma’r cyfeiriad e-bost yr anfonwyd y ffeil iddo. Rhowch y cyfeiriad y mae ${service} yn ei ddefnyddio i anfon e-byst atoch.`,
  },
  download: {
    title: 'Lawrlwytho eich ffeil',
    availableUntil: (day) =>
      `Mae’r ffeil hon ar gael i’w lawrlwytho tan ${softened(formatDay(day))}.`,
    lastDayIsToday: 'Heddiw yw’r diwrnod olaf: lawrlwythwch y ffeil cyn hanner nos.',
    expiryUnknown:
      'Nid yw’r dyddiad y daw’r ffeil i ben ar gael ar hyn o bryd. I fod yn ddiogel, lawrlwythwch y ffeil nawr.',
    link: (type, { amount, unit }) =>
      `Lawrlwytho’r ${theFile[type]} hon (${amount}${unit}) i’ch dyfais`,
    fileName: 'Enw’r ffeil',
    fileType: 'Math o ffeil',
    type: (type) => capitalise(aFile[type]),
    fileSize: 'Maint y ffeil',
    size: ({ amount, unit }) => `${amount}${unit}`,
    lastDay: 'Diwrnod olaf i lawrlwytho',
    day: formatDay,
    sharedDevice:
      'Os bydd pobl eraill yn defnyddio’r ddyfais hon, dilëwch y ffeil pan na fydd ei hangen arnoch mwyach.',
    question: (contact) => <>Os oes gennych gwestiwn am y ffeil, {contact}.</>,
    confirmAgain: (link) => (
      <>{link('Cadarnhewch eich cyfeiriad e-bost eto')} os nad yw’r ffeil yn agor.</>
    ),
  },
  unavailable: {
    notFound: 'Heb ddod o hyd i’r dudalen',
    noPage: 'Nid oes tudalen yn y cyfeiriad hwn.',
    ifTyped: 'Os gwnaethoch deipio neu ludo’r cyfeiriad, gwnewch yn siŵr ei fod yn gyflawn.',
    ifFollowed:
      'Os gwnaethoch ddilyn dolen mewn e-bost, agorwch hi o’r e-bost eto. Os nad yw’n gweithio o hyd, rhowch wybod i’r gwasanaeth a anfonodd yr e-bost atoch.',
    wrongLink: (service) => `Nid yw’r ddolen hon yn agor ffeil gan ${service}.`,
    checkLink:
      'Efallai fod rhan o’r ddolen ar goll. Agorwch hi o’r e-bost eto, neu copïwch y ddolen gyfan i far cyfeiriad eich porwr.',
    stillNotWorking: (contact) => <>Os nad yw’r ddolen yn gweithio o hyd, {contact}.</>,
    gone: 'Ddim ar gael mwyach',
    wasThere: (service) =>
      `Ni allwch lawrlwytho’r ffeil a anfonodd ${service} atoch mwyach. Mae ei diwrnod olaf wedi mynd heibio, neu cafodd ei dileu.`,
    stillNeeded: (contact) => <>Os oes angen y ffeil arnoch o hyd, {contact}.</>,
  },
  refusal: {
    tooManyRequests: 'Methu cael mynediad at y ddogfen',
    tooManyAttempts: 'Bu gormod o ymdrechion mewn amser byr.',
    tryAgainIn: ({ count, unit }) => {
      const noun = unit === 'minute' ? 'munud' : 'awr';
      return `Rhowch gynnig arall arni ymhen ${count === 1 ? '' : `${count} `}${noun}.`;
    },
    goBackToConfirm: 'Mynd yn ôl i gadarnhau eich cyfeiriad e-bost',
    formRefused: 'Nid oeddem yn gallu derbyn y ffurflen',
    formFromElsewhere:
      'Nid oeddem yn gallu cadarnhau bod y ffurflen wedi dod o’r wefan hon, felly ni wnaethom ddefnyddio’r hyn oedd ynddi.',
    fillInAgain:
      'Agorwch y ddolen yn eich e-bost eto a llenwch y ffurflen y mae’n mynd â chi iddi.',
    notAccepted: 'Nid oeddem yn gallu defnyddio’r hyn a anfonwyd gennych',
    cannotRead: 'Anfonodd eich porwr rywbeth na all y dudalen hon ei ddarllen.',
    methodNotAllowed: 'Nid yw’r dudalen hon yn gweithio fel hynny',
    cannotDoThat: 'Gofynnodd eich porwr i’r dudalen hon wneud rhywbeth nad yw’n ei wneud.',
    openLinkAgain: 'Agorwch y ddolen yn eich e-bost eto i barhau.',
  },
  problem: {
    title: 'Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth',
    tryAgainLater: 'Rhowch gynnig arall arni ymhen ychydig funudau.',
    keepLink: 'Cadwch yr e-bost sydd â’r ddolen: bydd ei angen arnoch eto.',
    quoteReference: 'Os byddwch yn gofyn am help, rhowch y cyfeirnod hwn.',
    reference: (reference) => <>Cyfeirnod: {reference}</>,
  },
  cookies: {
    title: 'Cwcis',
    whatTheyAre: 'Ffeiliau bach y mae gwefan yn eu cadw ar eich dyfais yw cwcis.',
    onlyNeeded:
      'Dim ond y cwcis sydd eu hangen ar y tudalennau hyn rydym yn eu gosod. Nid oes yr un ohonynt yn dilyn yr hyn rydych yn ei wneud.',
    caption: 'Y cwcis rydym yn eu gosod',
    name: 'Enw',
    purpose: 'Diben',
    expires: 'Dod i ben',
    language: 'Cofio’r iaith a ddewiswyd gennych',
    confirmation: 'Cofio eich bod wedi cadarnhau eich cyfeiriad e-bost',
    access: 'Dangos i’r system sy’n storio’r ffeil y cewch ei lawrlwytho',
    afterOneYear: 'Ar ôl blwyddyn',
    whenBrowserCloses: 'Pan fyddwch yn cau eich porwr',
  },
};

/** “Tan” softens the first letter of the word after it. */
function softened(day: string): string {
  return day.replace(/^Dydd/, 'ddydd');
}
