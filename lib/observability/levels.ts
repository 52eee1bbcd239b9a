/** The levels of Python's logging, which pipelines and alerts know (contracts, section 8), by pino's. */
export const LEVEL_NAMES = {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
} as const;

export type Level = keyof typeof LEVEL_NAMES;
export type LevelName = (typeof LEVEL_NAMES)[Level];

/** pino's name of a level. */
export function levelOf(name: LevelName): Level {
  return LEVELS.find((level) => LEVEL_NAMES[level] === name) ?? 'info';
}

const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error', 'fatal'];
