/**
 * Whether a call settles before a timer of `withinMs` milliseconds does that is set now. However late a
 * busy machine lets a process go on, its timers go off in the order in which they are due: a call that
 * waits for a timer of its own is measured by that timer, and not by what else the machine does.
 */
export function settlesWithin(call: Promise<unknown>, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    // Sockets get one more turn, as they do from the deadlines of the program.
    const timer = setTimeout(() => setImmediate(resolve, false), withinMs);
    const settle = () => {
      clearTimeout(timer);
      resolve(true);
    };
    call.then(settle, settle);
  });
}
