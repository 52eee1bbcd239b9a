import { classNames } from './class-names.ts';
import type { ComponentProps, ContentProps } from './component-props.ts';
import { type FieldProps, fieldAttributes, FormGroup } from './form-group.tsx';

interface InputProps extends FieldProps {
  readonly type?: string | undefined;
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: string | undefined;
  readonly inputmode?: 'decimal' | 'email' | 'numeric' | 'tel' | 'text' | 'url' | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  /** What stands before or after the field, for the eye only, such as a unit. */
  readonly prefix?: ContentProps | undefined;
  readonly suffix?: ContentProps | undefined;
  readonly inputWrapper?: ComponentProps | undefined;
}

/** A field for one line of text, with its label, hint and error message. */
export function Input(props: InputProps) {
  const { prefix, suffix, inputWrapper } = props;
  if (!prefix && !suffix) {
    return (
      <FormGroup field={props}>
        <InputElement {...props} />
      </FormGroup>
    );
  }
  return (
    <FormGroup field={props}>
      <div
        className={classNames('govuk-input__wrapper', inputWrapper?.classes)}
        {...inputWrapper?.attributes}
      >
        {prefix && <Affix kind="prefix" {...prefix} />}
        <InputElement {...props} />
        {suffix && <Affix kind="suffix" {...suffix} />}
      </div>
    </FormGroup>
  );
}

function InputElement(props: InputProps) {
  return (
    <input
      {...fieldAttributes(props)}
      className={classNames(
        'govuk-input',
        props.classes,
        props.errorMessage && 'govuk-input--error',
      )}
      type={props.type ?? 'text'}
      // The name in React of the value attribute of a field that no script controls.
      defaultValue={props.value}
      autoComplete={props.autocomplete}
      autoCapitalize={props.autocapitalize}
      inputMode={props.inputmode}
      pattern={props.pattern}
      spellCheck={props.spellcheck}
    />
  );
}

interface AffixProps extends ContentProps {
  readonly kind: 'prefix' | 'suffix';
}

function Affix({ kind, text, classes, attributes }: AffixProps) {
  return (
    <div className={classNames(`govuk-input__${kind}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  );
}
