import { declareFailed } from '#lib/process/readiness.ts';

/** The start of a process, in order. Next calls it before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  try {
    const { startProcess } = await import('#lib/start-process.ts');
    await startProcess();
  } catch (error) {
    // Next would go on without what was to be started here.
    declareFailed(error);
    throw error;
  }
}
