import { classNames } from './class-names.ts';
import type { ComponentProps, ContentProps } from './component-props.ts';

interface LanguageItem extends ContentProps {
  /** The same page in this language. */
  readonly href?: string | undefined;
  /** Whether the page is in this language; it is also taken to be without an `href`. */
  readonly current?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly hrefLang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** What the link does, in its own language, for screen readers. */
  readonly languageDescriptionText?: string | undefined;
}

interface LanguageNavigationProps extends ComponentProps {
  /** What the choice is called by a screen reader. */
  readonly ariaLabel: string;
  readonly items: readonly LanguageItem[];
}

/** The choice between the languages of a page. */
export function LanguageNavigation({
  ariaLabel,
  items,
  classes,
  attributes,
}: LanguageNavigationProps) {
  return (
    <nav
      className={classNames('govuk-language-navigation', classes)}
      aria-label={ariaLabel}
      {...attributes}
    >
      <ul className="govuk-language-navigation__list">
        {items.map((item, index) => (
          <li key={index} className="govuk-language-navigation__list-item">
            {item.current || !item.href ? (
              <CurrentLanguage {...item} />
            ) : (
              <OtherLanguage {...item} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function CurrentLanguage({ text, lang, dir, classes, attributes }: LanguageItem) {
  return (
    <span
      className={classNames('govuk-language-navigation__text', classes)}
      aria-current="true"
      lang={lang}
      dir={dir}
      {...attributes}
    >
      {text}
    </span>
  );
}

function OtherLanguage({ text, href, lang, hrefLang = lang, dir, ...item }: LanguageItem) {
  return (
    <a
      className={classNames('govuk-language-navigation__link', item.classes)}
      href={href}
      rel="alternate"
      lang={lang}
      hrefLang={hrefLang}
      dir={dir}
      {...item.attributes}
    >
      {text}
      {item.languageDescriptionText && (
        <span className="govuk-visually-hidden"> {item.languageDescriptionText}</span>
      )}
    </a>
  );
}
