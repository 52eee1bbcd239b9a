import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  // The recommended rules add only matters of style, in which React has its own.
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The names of attributes as React writes them, which HTML reads in any case.
    'attr-case': 'off',
    // GOV.UK Frontend gives its own elements roles which they have anyhow or in place of a button.
    'prefer-native-element': 'off',
  },
});

/** What is wrong with a page by the HTML standard and the rules of accessibility: nothing, if all is well. */
export async function findHtmlErrors(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? '?'})`),
  );
}
