import * as z from 'zod';
import { Secret } from '#lib/secret/secret.ts';

/** One environment variable: everything that the program, its documents and its start-up check know of it. */
export interface Variable<Value = unknown> {
  /** What it means, for operators; a sentence without its full stop may continue in a table cell. */
  readonly doc: string;
  /** How the value is written, for operators and for the message about a wrong one. */
  readonly format: string;
  /** Turns the text into a value. */
  readonly schema: z.ZodType<Value, string | undefined>;
  /** The text that is taken when the variable is missing or empty, in every environment. */
  readonly fallback?: string;
  /** The text that is taken in `development` and `test` only: elsewhere a missing value stops the start. */
  readonly developmentFallback?: string;
  /** What `.env.example` shows where there is no default. */
  readonly example?: string;
  /** What the documents call a default that depends on the machine. */
  readonly defaultDoc?: string;
  /** A secret is never printed, and its example is left empty. */
  readonly secret?: boolean;
  /** A variable that may be missing: its value is then `undefined`. */
  readonly optional?: boolean;
}

type Declared = Omit<Variable, 'schema' | 'format'>;

/** Keeps the value's type while a variable is declared. */
const declare =
  <Value>(format: string, schema: z.ZodType<Value, string>) =>
  <const Declaration extends Declared>(declaration: Declaration) => ({
    format,
    schema,
    ...declaration,
  });

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const listOf = <Item>(item: z.ZodType<Item, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item).min(1));

export const text = declare('text', z.string());

export const flag = declare(
  '`true` or `1`, `false` or `0`',
  z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] }),
);

export const httpAddress = declare(
  'http(s) address without a path',
  z
    .url({ protocol: /^https?$/, abort: true })
    .refine((address) => {
      const { pathname, search, hash, username, password } = new URL(address);
      return pathname === '/' && search + hash + username + password === '';
    })
    .transform((address) => new URL(address).origin),
);

export const number = (least: number, most: number) =>
  declare(`whole number, ${least} to ${most}`, wholeNumber(least, most));

export const fraction = declare(
  'number, 0 to 1',
  z
    .string()
    .regex(/^\d(\.\d{1,9})?$/)
    .transform(Number)
    .pipe(z.number().max(1)),
);

export const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  declare(options.map((option) => `\`${option}\``).join(', '), z.enum(options));

export const list = <Item>(format: string, item: z.ZodType<Item, string>) =>
  declare(`${format}, separated by commas`, listOf(item));

export const matching = <Value>(format: string, schema: z.ZodType<Value, string>) =>
  declare(format, schema);

const asSecret = (leastLength: number) =>
  z
    .string()
    .min(leastLength)
    .transform((value) => new Secret(value));

export const secret = declare('text', asSecret(1));

export const secretKeys = list('at least 32 characters; several, newest first', asSecret(32));

export const json = declare(
  'JSON',
  z.string().transform((value, context): unknown => {
    try {
      return JSON.parse(value);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  }),
);
