import { Button } from '#lib/govuk/button.tsx';
import { Input } from '#lib/govuk/input.tsx';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { previewPath } from '../previews/preview-stage.ts';
import type { ChosenService, ServiceWish } from '../previews/chosen-service.ts';

interface ServiceFormProps {
  readonly words: StaffWords;
  /** What an error message begins with when it is read out. */
  readonly error: string;
  readonly wish: ServiceWish;
  readonly chosen: ChosenService;
}

export const SERVICE_FIELD: keyof ServiceWish = 'service';

/** Asks for a service by its id, or for wording to try. Sent by GET: nothing in it is a secret. */
export function ServiceForm({ words, error, wish, chosen }: ServiceFormProps) {
  const { id, idHint, name, nameHint, contact, contactHint, show } = words.previews.service;
  return (
    <form method="get" action={previewPath('', {})} noValidate>
      <Input
        name={SERVICE_FIELD}
        label={{ text: id }}
        hint={{ text: idHint }}
        value={wish.service}
        spellcheck={false}
        errorMessage={
          chosen.kind === 'problem'
            ? { text: words.previews.service[chosen.problem], visuallyHiddenText: error }
            : undefined
        }
      />
      <Input name="name" label={{ text: name }} hint={{ text: nameHint }} value={wish.name} />
      <Input
        name="contact"
        label={{ text: contact }}
        hint={{ text: contactHint }}
        value={wish.contact}
      />
      <Button>{show}</Button>
    </form>
  );
}
