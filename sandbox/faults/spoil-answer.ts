import type { Answer } from '../http/answer.ts';
import { htmlErrorAnswer } from '../http/html-answer.ts';
import type { Fault, FaultBody } from './fault.ts';

const OVERSIZED_BYTES = 10 * 1024 * 1024;

/** The answer as it is after a fault. */
export function spoilAnswer(answer: Answer, fault: Fault): Answer {
  const failed = fault.status === undefined ? answer : htmlErrorAnswer(fault.status);
  const spoilt = fault.body === undefined ? failed : talkNonsense(failed, fault.body);
  return {
    ...spoilt,
    headers: { ...spoilt.headers, ...retryAfterHeader(fault) },
    ...(fault.delayMs === undefined ? {} : { delayMs: fault.delayMs }),
    ...deliveryOf(fault),
  };
}

function retryAfterHeader({ retryAfter }: Fault): Answer['headers'] {
  return retryAfter === undefined ? {} : { 'Retry-After': `${retryAfter}` };
}

function deliveryOf(fault: Fault): Pick<Answer, 'delivery'> {
  if (fault.reset) return { delivery: 'reset' };
  if (fault.stallHeaders) return { delivery: 'stall-headers' };
  if (fault.stallBody) return { delivery: 'stall-body' };
  return {};
}

function talkNonsense(answer: Answer, body: FaultBody): Answer {
  switch (body) {
    case 'html':
      return { ...htmlErrorAnswer(500), status: answer.status };
    case 'half-json':
      return asJson(answer, answer.body.slice(0, answer.body.length / 2));
    case 'wrong-types':
      return asJson(answer, JSON.stringify(swapTypes(parseJson(answer.body))));
    case 'oversized':
      return asJson(answer, JSON.stringify({ padding: 'x'.repeat(OVERSIZED_BYTES) }));
    case 'empty':
      return asJson(answer, '');
  }
}

function asJson(answer: Answer, body: Answer['body']): Answer {
  return { status: answer.status, headers: { 'Content-Type': 'application/json' }, body };
}

function parseJson(body: Answer['body']): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return [];
  }
}

/** The same shape with no value of the type that it should have. */
function swapTypes(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return { 0: value.length };
  if (value === null) return { nothing: true };
  if (typeof value !== 'object') return [value];
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, swapTypes(inner)]));
}
