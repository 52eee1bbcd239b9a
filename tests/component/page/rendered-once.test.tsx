import { expect, it } from 'vitest';
import { renderedOnce } from '#lib/page/rendered-once.ts';

const english = { text: 'A < B' };
const welsh = { text: 'Ŵ' };

it('each key is rendered once, and escaped', () => {
  const seen: string[] = [];
  const partOf = renderedOnce(({ text }: { readonly text: string }) => {
    seen.push(text);
    return <b>{text}</b>;
  });
  const parts = [english, welsh, english].map((key) => partOf(key).__html);
  expect(parts).toEqual(['<b>A &lt; B</b>', '<b>Ŵ</b>', '<b>A &lt; B</b>']);
  expect(seen).toEqual(['A < B', 'Ŵ']);
});
