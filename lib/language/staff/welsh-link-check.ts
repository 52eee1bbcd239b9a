import type { LinkCheckWords } from './link-check-words.ts';

export const welshLinkCheck: LinkCheckWords = {
  title: 'Gwirio dolen dinesydd',
  introduction:
    'Dysgwch pam nad yw dolen i ffeil yn gweithio. Gludwch y ddolen ym mha bynnag ffurf y mae, neu’r e-bost cyfan.',
  notKept: 'Nid ydym yn cadw’r hyn rydych yn ei ludo, ac nid yw’r gwiriad yn cyfrif fel ymweliad.',
  pasted: 'Dolen neu e-bost',
  pastedHint: 'Gofynnwch i’r dinesydd gopïo’r cyfan',
  address: 'Cyfeiriad IP y dinesydd, os yw gennych',
  addressHint:
    'Gyda hwn gallwn ddweud a oes rhaid iddynt aros ar ôl gormod o ymdrechion. Gallant chwilio’r we am “what is my IP address”',
  check: 'Gwirio’r ddolen',
  empty: 'Gludwch ddolen neu e-bost',
  tooLong: 'Gludwch lai: dim ond y rhan o’r e-bost o gwmpas y ddolen',
  wrongAddress: 'Rhowch gyfeiriad IP fel 192.0.2.1, neu gadewch ef yn wag',
  another: 'Gwirio dolen arall',
  tellCitizen: 'Dywedwch wrth y dinesydd',
  verdicts: {
    works: {
      headline: 'Mae’r ddolen yn gweithio',
      tell: 'Mae’r ddolen yn gweithio ac mae eich ffeil yno. Agorwch yr e-bost eto a dilynwch y ddolen.',
    },
    'works-repaired': {
      headline: 'Mae’r ddolen yn gweithio ar ôl ei rhoi yn ôl at ei gilydd',
      tell: 'Mae eich ffeil yno, ond newidiwyd y ddolen ar ei ffordd atoch. Agorwch yr e-bost ar ddyfais arall, neu copïwch y ddolen gyfan i far cyfeiriad eich porwr. Os yw’n mynd dros 2 linell, copïwch y ddwy.',
    },
    'no-link': {
      headline: 'Nid oes dolen i ffeil yn yr hyn a ludwyd gennych',
      tell: 'Dewch o hyd i’r e-bost eto. Mae’r ddolen yn dechrau gyda https:// ac mae /d/ yn ei chanol. Copïwch hi i gyd a’i hanfon ataf.',
    },
    'hidden-link': {
      headline: 'Mae hidlydd post wedi rhoi ei ddolen ei hun yn lle ein dolen ni',
      tell: 'Mae hidlydd gan eich darparwr e-bost wedi newid y ddolen, felly ni allaf ei gweld. Dilynwch hi, yna copïwch yr hyn sydd ym mar cyfeiriad eich porwr a’i anfon ataf.',
    },
    'several-links': {
      headline: 'Mae mwy nag un ddolen yn yr hyn a ludwyd gennych',
      tell: 'Mae sawl dolen. Dywedwch wrthyf pa un nad yw’n gweithio.',
    },
    'foreign-link': {
      headline: 'Mae’r ddolen yn edrych fel un o’n rhai ni, ond nid yw’n arwain atom ni',
      tell: 'Peidiwch â dilyn y ddolen na rhoi unrhyw beth yno: nid yw’n arwain at GOV.UK Notify. Anfonwch yr e-bost ymlaen at report@phishing.gov.uk.',
    },
    'case-lost': {
      headline: 'Collwyd priflythrennau a llythrennau bach y ddolen',
      tell: 'Dim ond gyda’i phriflythrennau a’i llythrennau bach yn union fel y maent yn yr e-bost y mae’r ddolen yn gweithio. Copïwch hi o’r e-bost yn lle ei theipio.',
    },
    'service-unreadable': {
      headline: 'Mae rhan gyntaf y ddolen, sy’n enwi’r gwasanaeth, wedi’i difrodi',
      tell: 'Mae rhan o’r ddolen ar goll neu wedi’i newid. Agorwch yr e-bost eto a chopïwch y ddolen gyfan.',
    },
    'document-unreadable': {
      headline: 'Mae ail ran y ddolen, sy’n enwi’r ffeil, wedi’i difrodi',
      tell: 'Mae rhan o’r ddolen ar goll neu wedi’i newid. Agorwch yr e-bost eto a chopïwch y ddolen gyfan.',
    },
    'key-missing': {
      headline: 'Mae rhan olaf y ddolen, ar ôl “key=”, ar goll',
      tell: 'Mae diwedd y ddolen ar goll. Agorwch yr e-bost eto a chopïwch y ddolen gyfan, hyd at y llythyren olaf.',
    },
    'key-too-short': {
      headline: 'Mae rhan olaf y ddolen, ar ôl “key=”, wedi’i thorri',
      tell: 'Mae diwedd y ddolen wedi’i dorri. Agorwch yr e-bost eto a chopïwch y ddolen gyfan, hyd at y llythyren olaf. Os yw’n mynd dros 2 linell, copïwch y ddwy.',
    },
    'service-unknown': {
      headline: 'Nid oes gwasanaeth o’r fath',
      tell: 'Mae’r ddolen yn enwi gwasanaeth nad ydym yn ei adnabod. Agorwch yr e-bost eto a chopïwch y ddolen gyfan. Os gwnaethoch hynny eisoes, gofynnwch i bwy bynnag a’i hanfonodd.',
    },
    'document-unknown': {
      headline: 'Nid oes ffeil o’r fath',
      tell: 'Nid oes ffeil y tu ôl i’r ddolen hon. Agorwch yr e-bost eto a chopïwch y ddolen gyfan. Os gwnaethoch hynny eisoes, gofynnwch i’r gwasanaeth a’i hanfonodd.',
    },
    'wrong-key': {
      headline: 'Mae’r ffeil yno, ond nid yw rhan olaf y ddolen yn ffitio',
      tell: 'Newidiwyd diwedd y ddolen, ar ôl “key=”. Agorwch yr e-bost eto a chopïwch y ddolen gyfan.',
    },
    blocked: {
      headline: 'Mae’r ffeil wedi’i rhwystro',
      tell: 'Ni allwch lawrlwytho’r ffeil hon ar hyn o bryd. Gofynnwch i’r gwasanaeth a’i hanfonodd.',
    },
    deleted: {
      headline: 'Cafodd y ffeil ei dileu',
      tell: 'Nid yw’r ffeil yno mwyach: dileodd y gwasanaeth hi, neu daeth ei hamser i ben. Gofynnwch i’r gwasanaeth ei hanfon eto.',
    },
    expired: {
      headline: 'Mae diwrnod olaf y ffeil wedi mynd heibio',
      tell: 'Mae’r diwrnod olaf i lawrlwytho’r ffeil wedi mynd heibio. Gofynnwch i’r gwasanaeth ei hanfon eto.',
    },
    'api-fault': {
      headline: 'Mae nam ar un o’n systemau, felly ni ellir gwirio’r ddolen',
      tell: 'Mae rhywbeth o’i le ar ein hochr ni. Cadwch yr e-bost sydd â’r ddolen a rhowch gynnig arall arni’n nes ymlaen.',
    },
  },
  emailNeeded:
    'Gofynnir i chi am y cyfeiriad e-bost yr anfonwyd y ddolen iddo. Rhowch yr union gyfeiriad hwnnw.',
  heldOff: 'Mae’n rhaid i chi aros oherwydd bu gormod o ymdrechion o’ch lleoliad chi.',
  facts: {
    title: 'Yr hyn a welsom',
    link: 'Dolen',
    whole: 'Yn gyfan',
    repaired: 'Wedi’i newid ar ei ffordd, ond gellid ei rhoi yn ôl at ei gilydd',
    rewritten: (mailFilter) => `Y tu mewn i ddolen ${mailFilter}`,
    leadsTo: (host) => `Yn arwain at ${host}`,
    service: 'Gwasanaeth',
    live: (name) => `${name} (byw)`,
    notLive: (name) => `${name} (ddim yn fyw)`,
    unknown: 'Anhysbys',
    document: 'Ffeil',
    there: 'Yno',
    blocked: 'Wedi’i rhwystro',
    deleted: 'Wedi’i dileu. Nid yw ein systemau’n gwybod ers pryd',
    expired: 'Mae’r diwrnod olaf wedi mynd heibio. Nid yw ein systemau’n dweud pryd oedd hynny',
    expiredSince: (day) => `Y diwrnod olaf oedd ${day}`,
    key: 'Allwedd',
    fits: 'Yn ffitio',
    doesNotFit: 'Ddim yn ffitio',
    incomplete: 'Anghyflawn',
    file: 'Math a maint',
    emailAddress: 'Cyfeiriad e-bost',
    asked: 'Gofynnir amdano cyn lawrlwytho',
    notAsked: 'Ni ofynnir amdano',
    lastDay: 'Diwrnod olaf i lawrlwytho',
    limits: 'Terfynau',
    noAddressGiven: 'Ni ellir dweud heb gyfeiriad IP y dinesydd',
    notHeldOff: 'Nid oes yr un yn dal y cyfeiriad hwn yn ôl ar hyn o bryd',
    notifyApi: 'API Notify',
    documentDownloadApi: 'API lawrlwytho dogfennau',
    noFault: 'Yn gweithio',
    faults: {
      slow: 'Nid yw’n ateb mewn pryd',
      failing: 'Yn methu',
      'refuses-us': 'Yn gwrthod ein manylion adnabod',
    },
    notLookedAt: 'Heb edrych arno',
  },
};
