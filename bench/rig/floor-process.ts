import { createServer } from 'node:http';

/**
 * The least that a server on this platform can do: `node:http` alone, which sends the bytes of a page.
 * Its arguments are the port and the address to get the page from once.
 */
const [, , port, pageUrl = ''] = process.argv;
const page = await fetch(pageUrl);
const body = Buffer.from(await page.arrayBuffer());
// The page may have come in chunks; the floor sends it with its length.
const received = new Headers(page.headers);
received.delete('transfer-encoding');
const headers = { ...Object.fromEntries(received), 'content-length': body.length };

createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(port), '127.0.0.1');
