/** A request as a proxy in front hands it on that was called from `address`. */
export function visitFrom(address: string): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { 'X-Forwarded-For': address } };
}

let visitorCount = 0;

/** The address of somebody who has not been here before. */
export function newVisitor(): string {
  visitorCount += 1;
  return `10.${(visitorCount >> 16) & 255}.${(visitorCount >> 8) & 255}.${visitorCount & 255}`;
}
