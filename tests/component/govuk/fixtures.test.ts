import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { optionPaths, readFixtures, toProps, unwrapHtml } from './fixtures.ts';
import { normaliseHtml } from './normalise-html.ts';
import { type Defaults, supportedComponents } from './supported-components.ts';

describe.each(Object.entries(supportedComponents))('%s', (name, supported) => {
  const { component, comparable, unsupported = {}, defaults, leftOut } = supported;
  const fixtures = readFixtures(name);
  const compared = fixtures.filter(
    ({ options }) => !optionPaths(options).some((path) => path in unsupported),
  );

  it.each(compared)('renders what the macro renders: $name', ({ options, html }) => {
    const props = withDefaults(toProps(options), defaults?.(options) ?? {});
    // The table holds components of different props; the fixtures are props of the one beside them.
    const element = createElement(component as FunctionComponent<object>, props);
    const rendered = unwrapHtml(renderToStaticMarkup(element));
    expect(normaliseHtml(rendered)).toBe(normaliseHtml(html, leftOut));
  });

  it('is compared with every fixture that has supported options only', () => {
    expect(compared).toHaveLength(comparable);
  });

  it.each(Object.keys(unsupported))('lacks an option that the macro really has: %s', (path) => {
    expect(fixtures.flatMap(({ options }) => optionPaths(options))).toContain(path);
  });
});

function withDefaults(props: Record<string, unknown>, defaults: Defaults): Record<string, unknown> {
  const completed = { ...props };
  for (const [name, value] of Object.entries(defaults)) {
    const given = completed[name];
    if (typeof value === 'string' || value instanceof Array) completed[name] = given ?? value;
    else if (isOptions(given)) completed[name] = withDefaults(given, value);
  }
  return completed;
}

function isOptions(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
