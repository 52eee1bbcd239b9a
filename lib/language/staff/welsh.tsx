import type { StaffWords } from './staff-words.ts';
import { welshLinkCheck } from './welsh-link-check.ts';
import { welshPreviews } from './welsh-previews.ts';

export const welshForStaff: StaffWords = {
  shell: {
    allPreviews: 'Pob rhagolwg',
    checkLink: 'Gwirio dolen dinesydd',
    signOut: 'Allgofnodi',
    thereIsAProblem: 'Mae problem wedi codi',
  },
  signIn: {
    title: 'Mae angen i chi fewngofnodi',
    needed: 'Mae’r tudalennau hyn ar gyfer staff cymorth GOV.UK Notify.',
    how: 'Mewngofnodwch i GOV.UK Notify a dilynwch y ddolen i ragolygon lawrlwytho dogfennau. Bydd yn eich mewngofnodi yma.',
    onceOnly: 'Mae’r ddolen yn gweithio unwaith, am 15 munud. Mynnwch un newydd bob tro.',
    linkUsed: 'Mae’r ddolen a ddilynwyd gennych wedi cael ei defnyddio o’r blaen.',
    linkExpired: 'Mae’r ddolen a ddilynwyd gennych yn fwy na 15 munud oed.',
    linkWrong: 'Nid yw’r ddolen a ddilynwyd gennych yn eich gadael i mewn yma.',
    unavailable: 'Ni allwch fewngofnodi na pharhau ar hyn o bryd',
    cannotTell:
      'Ni allwn wirio ar hyn o bryd a yw dolen wedi’i defnyddio, neu a yw rhywun wedi allgofnodi. Nes y gallwn, ni chaiff neb ddod i mewn.',
    citizensNotAffected: 'Mae’r tudalennau ar gyfer dinasyddion yn gweithio fel arfer.',
    tryAgain: 'Rhowch gynnig arall arni ymhen ychydig funudau.',
    tooManyTitle: 'Gormod o geisiadau',
    signedOut: 'Rydych wedi allgofnodi',
    signedOutEverywhere: 'Mae’r sesiwn hon wedi dod i ben ym mhob ffenestr porwr.',
    toSignInAgain: 'I ddod yn ôl, mynnwch ddolen newydd o GOV.UK Notify.',
    formRefused: 'Nid oeddem yn gallu derbyn y ffurflen',
    sendAgain: (link) => (
      <>
        Nid oeddem yn gallu cadarnhau bod y ffurflen wedi dod o’r tudalennau hyn.{' '}
        {link('Agorwch y dudalen eto')} ac anfonwch hi oddi yno.
      </>
    ),
  },
  previews: welshPreviews,
  linkCheck: welshLinkCheck,
};
