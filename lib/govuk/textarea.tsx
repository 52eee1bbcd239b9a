import { classNames } from './class-names.ts';
import { type FieldProps, fieldAttributes, FormGroup } from './form-group.tsx';

interface TextareaProps extends FieldProps {
  readonly rows?: number | undefined;
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly spellcheck?: boolean | undefined;
}

/** A field for several lines of text, with its label, hint and error message. */
export function Textarea({ rows = 5, value, autocomplete, spellcheck, ...field }: TextareaProps) {
  return (
    <FormGroup field={field}>
      <textarea
        {...fieldAttributes(field)}
        className={classNames(
          'govuk-textarea',
          field.errorMessage && 'govuk-textarea--error',
          field.classes,
        )}
        rows={rows}
        defaultValue={value}
        autoComplete={autocomplete}
        spellCheck={spellcheck}
      />
    </FormGroup>
  );
}
