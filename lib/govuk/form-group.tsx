import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps, ContentProps } from './component-props.ts';
import { ErrorMessage } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** The options that all fields of forms share. */
export interface FieldProps extends ComponentProps {
  readonly name: string;
  /** Default: the name. The hint has the id `{id}-hint` and the error message `{id}-error`. */
  readonly id?: string | undefined;
  readonly label: ContentProps & { readonly isPageHeading?: boolean | undefined };
  readonly hint?: ContentProps | undefined;
  readonly errorMessage?: (ContentProps & { readonly visuallyHiddenText: string }) | undefined;
  /** Ids of other elements that describe the field. */
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly formGroup?: ComponentProps | undefined;
}

/** A field with its label, hint and error message. */
export function FormGroup({ field, children }: { field: FieldProps; children: ReactNode }) {
  const { id = field.name, label, hint, errorMessage, formGroup } = field;
  const classes = classNames(
    'govuk-form-group',
    errorMessage && 'govuk-form-group--error',
    formGroup?.classes,
  );
  return (
    <div className={classes} {...formGroup?.attributes}>
      <Label {...label} for={id}>
        {label.text}
      </Label>
      {hint && (
        <Hint {...hint} id={`${id}-hint`}>
          {hint.text}
        </Hint>
      )}
      {errorMessage && (
        <ErrorMessage {...errorMessage} id={`${id}-error`}>
          {errorMessage.text}
        </ErrorMessage>
      )}
      {children}
    </div>
  );
}

/** The attributes that tie a field to the parts of its form group. */
export function fieldAttributes(field: FieldProps) {
  const { id = field.name, name, disabled, describedBy, hint, errorMessage } = field;
  const descriptions = [describedBy, hint && `${id}-hint`, errorMessage && `${id}-error`];
  return {
    id,
    name,
    disabled,
    'aria-describedby': descriptions.filter(Boolean).join(' ') || undefined,
    ...field.attributes,
  };
}
