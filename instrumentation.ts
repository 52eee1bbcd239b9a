/** The start of a process, in order, before its first request is answered. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { startProcess } = await import('#lib/start-process.ts');
  await startProcess();
}
