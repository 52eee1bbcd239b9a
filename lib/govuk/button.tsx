import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface ButtonProps extends ComponentProps {
  readonly id?: string | undefined;
  /** With it the button is a link that looks like one. */
  readonly href?: string | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Whether a second press within a second is passed over; needs the script of the page. */
  readonly preventDoubleClick?: boolean | undefined;
  readonly children: ReactNode;
}

/** A button of a form or, with an `href`, a link to the next step. */
export function Button({ href, children, ...button }: ButtonProps) {
  const shared = {
    id: button.id,
    className: classNames('govuk-button', button.classes),
    'data-module': 'govuk-button',
    ...button.attributes,
  };
  if (href) {
    return (
      <a {...shared} href={href} role="button" draggable="false">
        {children}
      </a>
    );
  }
  return (
    <button
      {...shared}
      type={button.type ?? 'submit'}
      value={button.value}
      name={button.name}
      disabled={button.disabled}
      aria-disabled={button.disabled ? true : undefined}
      data-prevent-double-click={button.preventDoubleClick}
    >
      {children}
    </button>
  );
}
