import { classNames } from './class-names.ts';
import type { Attributes, Nothing } from './component-props.ts';
import { type FieldProps, fieldAttributes, FormGroup } from './form-group.tsx';

interface SelectItem {
  /** Default: the text. */
  readonly value?: string | undefined;
  readonly text: string;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

interface SelectProps extends FieldProps {
  readonly items: readonly (SelectItem | Nothing)[];
  /** The value of the item that is chosen; without it the browser takes the first. */
  readonly value?: string | undefined;
}

/** A choice of one from a list that opens, with its label, hint and error message. */
export function Select({ items, value, ...field }: SelectProps) {
  return (
    <FormGroup field={field}>
      <select
        {...fieldAttributes(field)}
        className={classNames(
          'govuk-select',
          field.classes,
          field.errorMessage && 'govuk-select--error',
        )}
        defaultValue={value}
      >
        {items
          .filter((item) => !!item)
          .map((item, index) => (
            <option key={index} value={item.value} disabled={item.disabled} {...item.attributes}>
              {item.text}
            </option>
          ))}
      </select>
    </FormGroup>
  );
}
