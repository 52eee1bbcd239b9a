import { Details } from '#lib/govuk/details.tsx';
import { SummaryList } from '#lib/govuk/summary-list.tsx';
import { contactText } from '#lib/documents/contact.ts';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import type { PageView } from '#lib/page/page-view.ts';
import type { ChosenService, ServiceWish } from '../previews/chosen-service.ts';
import { ServiceForm } from './service-form.tsx';

interface ServiceChoiceProps {
  readonly view: PageView;
  readonly words: StaffWords;
  readonly wish: ServiceWish;
  readonly chosen: ChosenService;
}

/** Whose name and contact details stand on the previews, and the form that changes it. */
export function ServiceChoice({ view, words, wish, chosen }: ServiceChoiceProps) {
  const { title, change } = words.previews.service;
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {chosen.kind === 'chosen' && <ServiceFacts words={words} chosen={chosen} />}
      <Details summaryText={change} open={chosen.kind === 'problem'}>
        <ServiceForm error={view.words.shell.error} {...{ words, wish, chosen }} />
      </Details>
    </section>
  );
}

interface ServiceFactsProps {
  readonly words: StaffWords;
  readonly chosen: Extract<ChosenService, { kind: 'chosen' }>;
}

function ServiceFacts({ words, chosen }: ServiceFactsProps) {
  const { name, contact, status, live, notLive, noContact } = words.previews.service;
  const { service, isReal } = chosen;
  const facts = [
    [name, service.name],
    [contact, contactText(service.contact) ?? noContact],
    isReal && [status, service.active ? live : notLive],
  ] as const;
  const rows = facts.map((fact) => fact && { key: { text: fact[0] }, value: { text: fact[1] } });
  return <SummaryList rows={rows} />;
}
