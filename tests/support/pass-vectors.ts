import { readFileSync } from 'node:fs';
import * as z from 'zod';

const PassVector = z.object({
  title: z.string(),
  secret: z.string(),
  salt: z.string(),
  signed_at: z.number(),
  token: z.string(),
});

/** Tokens for staff, made by the real itsdangerous 2.2.0 at one moment, some with another key or salt. */
export const passVectors = z
  .array(PassVector)
  .parse(JSON.parse(readFileSync('tests/vectors/preview-tokens.json', 'utf8')));
