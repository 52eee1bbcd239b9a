/** Plain text, a paragraph each. */
export function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text) => (
    <p key={text} className="govuk-body">
      {text}
    </p>
  ));
}
