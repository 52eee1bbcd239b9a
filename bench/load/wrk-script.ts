import type { Scenario } from '../scenarios.ts';

/** The Lua script by which wrk sends the requests of a scenario and prints its results as JSON. */
export function wrkScript({ method, paths, headers, body }: Scenario): string {
  const requests = paths.map((path) => `wrk.format(nil, ${quote(path)})`);
  const headerLines = Object.entries(headers).map(
    ([name, value]) => `wrk.headers[${quote(name)}] = ${quote(value)}`,
  );
  return `
wrk.method = ${quote(method)}
wrk.body = ${body === '' ? 'nil' : quote(body)}
${headerLines.join('\n')}
local requests, last = {}, 0
init = function()
  requests = { ${requests.join(',\n')} }
end
request = function()
  last = last % #requests + 1
  return requests[last]
end
done = function(summary)
  local errors = summary.errors
  io.write(string.format('\\n{"requests": %d, "durationUs": %d, "refused": %d, "broken": %d}\\n',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
`;
}

/** JSON and Lua write plain texts alike. */
function quote(text: string): string {
  return JSON.stringify(text);
}
