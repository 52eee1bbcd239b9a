const rooms: Record<symbol, unknown> = globalThis;

/**
 * Makes a value once in the process, however many copies of this module there are: Next bundles
 * `instrumentation.ts`, `middleware.ts` and the route handlers apart, each with its own modules.
 *
 * What it returns may have been made by another copy, so `instanceof` does not work on its parts.
 */
export function oncePerProcess<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`document-download-frontend.${name}`);
  if (!(key in rooms)) rooms[key] = make();
  return rooms[key] as Value;
}
