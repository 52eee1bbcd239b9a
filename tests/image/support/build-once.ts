import type { TestProject } from 'vitest/node';
import { buildImage } from '#scripts/image/build-image.ts';
import { findEngine } from '#scripts/image/engine.ts';
import { findBase } from '#scripts/image/find-base.ts';
import { IMAGE_TEST_TOOLS, installSystemTools } from '#tests/support/system-tools.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly imageTag: string;
    readonly baseTag: string;
  }
}

const TAG = 'document-download-frontend:test';

/** Builds the image before the tests that look at it. */
export default async function buildOnce(project: TestProject): Promise<void> {
  await installSystemTools(IMAGE_TEST_TOOLS);
  const engine = await findEngine();
  await buildImage(engine, { tag: TAG });
  project.provide('imageTag', TAG);
  project.provide('baseTag', await findBase(engine));
}
