import { Button, createAll, ErrorSummary, SkipLink } from 'govuk-frontend';

// Pages work without any script. GOV.UK Frontend asks for these classes before it touches a page; its
// own template sets them by an inline script, which our Content-Security-Policy does not let run.
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  createAll(Button);
  createAll(ErrorSummary);
  createAll(SkipLink);
}
