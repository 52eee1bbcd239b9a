import type { OpenedPage } from './ask.ts';
import { eventually } from './eventually.ts';

/** Asks until an answer is as it should be, and tells which that was. */
export async function until<Answer>(
  send: () => Promise<Answer>,
  isRight: (answer: Answer) => boolean,
): Promise<Answer> {
  let answer = await send();
  await eventually(async () => {
    if (isRight(answer)) return true;
    answer = await send();
    return isRight(answer);
  });
  return answer;
}

/** Asks until a limit refuses: on a busy machine some points are counted apart for a moment. */
export function untilRefused(send: () => Promise<OpenedPage>): Promise<OpenedPage> {
  return until(send, ({ status }) => status === 429);
}
