import { buildImage, readRevision } from './image/build-image.ts';
import { findEngine } from './image/engine.ts';

/** Builds the image of the commit that is checked out, under a name that ends in the commit. */
const [, , name = 'document-download-frontend'] = process.argv;
const tag = `${name}:${readRevision().commit}`;
await buildImage(await findEngine(), { tag });
console.log(tag);
