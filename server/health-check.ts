import { get } from 'node:http';

/** For the HEALTHCHECK of the image, which has no other program that could ask. */
const request = get({
  host: '127.0.0.1',
  port: process.env['PORT'],
  path: '/_status?simple=1',
  timeout: 4_000,
});

request.on('response', ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
request.on('timeout', () => process.exit(1));
request.on('error', () => process.exit(1));
