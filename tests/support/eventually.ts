/** Waits until something is so, and looks again every `everyMs`. @throws when it is not within `withinMs`. */
export async function eventually(
  isSo: () => boolean | Promise<boolean>,
  withinMs = 60_000,
  everyMs = 25,
): Promise<void> {
  const giveUpAtMs = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > giveUpAtMs)
      throw new Error(`not so within ${withinMs} ms: ${String(isSo)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
