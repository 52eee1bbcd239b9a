import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import * as z from 'zod';

const fixtureFile = z.object({
  fixtures: z.array(
    z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() }),
  ),
});

/** What a Nunjucks macro of GOV.UK Frontend renders for some options. */
export type Fixture = z.infer<typeof fixtureFile>['fixtures'][number];

/** The fixtures that GOV.UK Frontend ships with a component. */
export function readFixtures(component: string): readonly Fixture[] {
  const url = new URL(
    `../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    import.meta.url,
  );
  return fixtureFile.parse(JSON.parse(readFileSync(url, 'utf8'))).fixtures;
}

/** The paths of all options in use, such as `items.attributes`; what lists hold counts as their own. */
export function optionPaths(options: unknown, parent = ''): readonly string[] {
  if (Array.isArray(options)) return options.flatMap((item) => optionPaths(item, parent));
  if (typeof options !== 'object' || options === null) return [];
  return Object.entries(options).flatMap(([name, value]) => {
    const path = parent ? `${parent}.${name}` : name;
    return [path, ...optionPaths(value, path)];
  });
}

/** The options of a macro as those of a component: text and HTML as the component's children. */
export function toProps({ text, html, ...options }: Fixture['options']): Record<string, unknown> {
  const children = typeof html === 'string' ? asNode(html) : text;
  return { children, ...translateOptions(options) };
}

/** Takes out what {@link toProps} put around HTML, which a macro places without an element. */
export function unwrapHtml(rendered: string): string {
  return rendered.replaceAll(/<\/?fixture-html>/g, '');
}

function translateOptions(options: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]: [string, unknown]) => translateOption(name, value)),
  );
}

/** `html` becomes `text`, `titleHtml` becomes `titleText`, and so does what is further inside. */
function translateOption(name: string, value: unknown): readonly [string, unknown] {
  if (/html$/i.test(name) && typeof value === 'string') {
    return [name.replace('Html', 'Text').replace('html', 'text'), asNode(value)];
  }
  if (name === 'attributes') return [name, value];
  return [name, translateValue(value)];
}

function translateValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translateValue);
  return typeof value === 'object' && value !== null ? translateOptions(value) : value;
}

function asNode(html: string) {
  return createElement('fixture-html', { dangerouslySetInnerHTML: { __html: html } });
}
