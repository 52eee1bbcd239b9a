/** How a worker is to leave; times are in milliseconds from the order. */
export interface LeaveOrder {
  /** `stopping` when the whole program ends, `leaving` when another worker takes its place. */
  readonly stage: 'leaving' | 'stopping';
  /** Until then it takes new connections. */
  readonly listenForMs: number;
  /** Afterwards it closes a connection on which nothing has gone on for so long. */
  readonly quietForMs: number;
  /** Then whatever is not answered is cut. */
  readonly cutAfterMs: number;
}

/** What the primary tells a worker. */
interface OrderMessage {
  readonly leave: LeaveOrder;
}

/** What a worker tells the primary. */
const READY = { worker: 'ready' } as const;

export const leaveMessage = (leave: LeaveOrder): OrderMessage => ({ leave });
export const readyMessage = () => READY;

/** Other parts send messages between the same processes; these tell ours from theirs. */
export function isLeaveMessage(message: unknown): message is OrderMessage {
  return typeof message === 'object' && message !== null && 'leave' in message;
}

export function isReadyMessage(message: unknown): message is typeof READY {
  return typeof message === 'object' && message !== null && 'worker' in message;
}
