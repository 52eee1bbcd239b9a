/** The value of a `class` attribute: every name that is given, in order. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
