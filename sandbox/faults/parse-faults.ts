import { API_NAMES, FAULT_BODIES, type Fault, type FaultSwitches } from './fault.ts';

/** The message says which part of the faults is not one. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

type Check = (value: unknown) => boolean;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isWholeNumber: Check = (value) => Number.isInteger(value) && Number(value) >= 0;

const CHECKS: Readonly<Record<keyof Fault, Check>> = {
  status: (value) => isWholeNumber(value) && Number(value) >= 200 && Number(value) <= 599,
  delayMs: isWholeNumber,
  stallHeaders: isBoolean,
  stallBody: isBoolean,
  reset: isBoolean,
  body: (value) => FAULT_BODIES.some((body) => body === value),
  retryAfter: isWholeNumber,
  rate: (value) => typeof value === 'number' && value >= 0 && value <= 1,
};

/**
 * Reads the faults to switch on, such as `{"documents": {"status": 503, "rate": 0.5}}`.
 *
 * @throws FaultError that names the first part that is not understood
 */
export function parseFaults(json: string): FaultSwitches {
  const switches = parseObject(json);
  for (const [api, fault] of Object.entries(switches)) {
    if (!API_NAMES.some((name) => name === api)) throw new FaultError(`no such API: ${api}`);
    if (!isObject(fault)) throw new FaultError(`${api} is not an object`);
    for (const [name, value] of Object.entries(fault)) checkPart(`${api}.${name}`, name, value);
  }
  return switches;
}

function parseObject(json: string): Record<string, unknown> {
  const value = parseJson(json);
  if (!isObject(value)) throw new FaultError('not a JSON object');
  return value;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new FaultError('not JSON', { cause });
  }
}

function checkPart(label: string, name: string, value: unknown): void {
  const check = Object.entries(CHECKS).find(([known]) => known === name)?.[1];
  if (check === undefined) throw new FaultError(`no such fault: ${label}`);
  if (!check(value)) throw new FaultError(`wrong value: ${label}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
