import { CROWN_OUTLINE, CROWN_PEARLS, LETTERS_OUTLINE } from './logo-shapes.ts';

const CROWN_WIDTH = 32;
const LETTERS_WIDTH = 130;

interface LogoProps {
  readonly classes: string;
  /** What the logo says; without it the logo is an ornament that a screen reader passes over. */
  readonly ariaLabelText?: string | undefined;
  /** Whether the letters stand beside the crown. */
  readonly useLogotype?: boolean | undefined;
}

/** The crown with the letters GOV.UK, or the crown alone. */
export function Logo({ classes, ariaLabelText, useLogotype = true }: LogoProps) {
  const width = useLogotype ? CROWN_WIDTH + LETTERS_WIDTH : CROWN_WIDTH;
  return (
    <svg
      // Internet Explorer takes an SVG without it for something that can have the focus.
      focusable="false"
      role={ariaLabelText ? 'img' : 'presentation'}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width * 2} 60`}
      height="30"
      width={width}
      fill="currentcolor"
      className={classes}
      aria-label={ariaLabelText}
    >
      {ariaLabelText && <title>{ariaLabelText}</title>}
      <Crown />
      {useLogotype && <Letters />}
    </svg>
  );
}

function Crown() {
  return (
    <g>
      {CROWN_PEARLS.map(([x, y], index) => (
        <circle key={index} cx={x} cy={y} r="3.7" />
      ))}
      <path d={CROWN_OUTLINE} />
    </g>
  );
}

function Letters() {
  return (
    <>
      <circle className="govuk-logo-dot" cx="226" cy="36" r="7.3" />
      <path d={LETTERS_OUTLINE} />
    </>
  );
}
