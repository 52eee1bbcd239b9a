import type { Variable } from '#lib/config/variable.ts';
import { variables } from '#lib/config/variables.ts';

const all = Object.entries<Variable>(variables);

/** The table of `docs/configuration.md`. */
export function configurationTable(): string {
  const rows = all.map(([name, variable]) =>
    [`\`${name}\``, need(variable), variable.format, standard(variable), variable.doc].join(' | '),
  );
  return ['| Variable | Required | Format | Default | Meaning |', '|---|---|---|---|---|']
    .concat(rows.map((row) => `| ${row} |`))
    .join('\n');
}

/** The content of `.env.example`: every variable with what it means, secrets left empty. */
export function environmentExample(): string {
  return all
    .map(
      ([name, variable]) => `# ${variable.doc} (${variable.format})\n${example(name, variable)}\n`,
    )
    .join('\n');
}

function need({ optional, fallback }: Variable): string {
  if (optional) return 'no';
  return fallback === undefined ? 'yes' : 'no';
}

function standard({ fallback, defaultDoc }: Variable): string {
  if (defaultDoc !== undefined) return defaultDoc;
  return fallback === undefined ? '' : `\`${fallback}\``;
}

function example(name: string, variable: Variable): string {
  const { secret, example: shown, fallback, developmentFallback, defaultDoc } = variable;
  const value = secret ? '' : (shown ?? developmentFallback ?? fallback ?? '');
  const isChoice = variable.optional ?? (fallback !== undefined || defaultDoc !== undefined);
  return isChoice ? `# ${name}=${defaultDoc === undefined ? value : ''}` : `${name}=${value}`;
}
