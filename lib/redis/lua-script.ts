import { createHash } from 'node:crypto';

/** A script that Redis runs as one step. */
export interface LuaScript {
  readonly lua: string;
  /** By this Redis knows a script that it has run before. */
  readonly sha1: string;
}

/** Prepares a script, so that calling it sends its digest and not its text. */
export function luaScript(lua: string): LuaScript {
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}
