import { expect, it } from 'vitest';
import { previewGroups, previews } from '#app/preview/previews/previews.tsx';
import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';

it('lists every preview once, in the order of their titles', () => {
  const listed = Object.values(previewGroups).flat();
  expect(listed).toEqual(Object.keys(previews));
  expect(listed).toEqual(Object.keys(staffWordsOf('en').previews.titles));
  expect(listed).toEqual(Object.keys(staffWordsOf('cy').previews.titles));
});
