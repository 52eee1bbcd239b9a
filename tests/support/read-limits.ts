const ITEM = /^"(?<name>[a-z-]+)";r=(?<remaining>\d+);t=(?<resetSeconds>\d+)$/;

/** What an answer says that is left of each limit that it fell under, by the limit's name. */
export function readRemaining(headers: Headers): Readonly<Record<string, number>> {
  const items = headers.get('ratelimit')?.split(', ') ?? [];
  return Object.fromEntries(
    items.map((item) => {
      const { name = '', remaining } = ITEM.exec(item)?.groups ?? {};
      if (remaining === undefined) throw new Error(`not as the draft wants it: ${item}`);
      return [name, Number(remaining)];
    }),
  );
}
