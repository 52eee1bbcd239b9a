import { domainToASCII } from 'node:url';
import { Secret } from '#lib/secret/secret.ts';

/** What came of reading the e-mail address that somebody typed. */
export type ParsedEmailAddress =
  | { readonly kind: 'valid'; readonly address: Secret }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed' };

/** No address is that long even when it was pasted with blanks; what is longer is not looked at. */
const MAX_INPUT_LENGTH = 4096;
const MAX_ADDRESS_LENGTH = 320;
const MAX_HOST_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

const OBSCURE_BLANKS = /[\u180E\u200B-\u200D\u2028\u2029\u2060\uFEFF\u00A0\u202F]/g;
const WORDS = /[^ \t\n\v\f\r]+/g;
const LOCAL_PART = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/i;
const ASCII = /^[!-~]*$/;
const CHARACTERS_OF_HOST = /^[a-z0-9.\-\u{80}-\u{10FFFF}]+$/iu;
const LABEL = /^[a-z0-9]+(?:--?[a-z0-9]+)*$/i;
const TOP_LEVEL_DOMAIN = /^(?:[a-z]{2,63}|xn--[a-z0-9]+(?:-[a-z0-9]+)*)$/i;

/**
 * Reads an e-mail address as Notify's own programs do, so that the address that a service gave when
 * it sent the file and the one that its reader types are held to the same rules.
 *
 * Obscure white space is removed anywhere and plain white space at the ends; upper and lower case stay.
 * The time taken is linear in the length of the input.
 */
export function parseEmailAddress(raw: string): ParsedEmailAddress {
  if (raw.length > MAX_INPUT_LENGTH) return { kind: 'malformed' };
  const [address, ...others] = raw.replace(OBSCURE_BLANKS, '').match(WORDS) ?? [];
  if (address === undefined) return { kind: 'empty' };
  if (others.length > 0 || !isEmailAddress(address)) return { kind: 'malformed' };
  return { kind: 'valid', address: new Secret(address) };
}

function isEmailAddress(address: string): boolean {
  const [localPart, host, ...others] = address.split('@');
  if (localPart === undefined || host === undefined || others.length > 0) return false;
  if (Array.from(address).length > MAX_ADDRESS_LENGTH || address.includes('..')) return false;
  return LOCAL_PART.test(localPart) && isHost(toAsciiHost(host));
}

/** An ASCII host stays as it is, since the rules ask nothing of the punycode in it. */
function toAsciiHost(host: string): string {
  if (ASCII.test(host)) return host;
  // The rest would be decoded or dropped by the URL standard's rules instead of being refused.
  return CHARACTERS_OF_HOST.test(host) ? domainToASCII(host) : '';
}

function isHost(host: string): boolean {
  const labels = host.split('.');
  if (host.length > MAX_HOST_LENGTH || labels.length < 2) return false;
  return labels.every(isLabel) && TOP_LEVEL_DOMAIN.test(labels.at(-1) ?? '');
}

function isLabel(label: string): boolean {
  return label.length <= MAX_LABEL_LENGTH && LABEL.test(label);
}
