import { describe, expect, it } from 'vitest';
import { Secret } from '#lib/secret/secret.ts';
import { staffNameOf } from '#lib/staff/staff-name.ts';

const salt = new Secret('salt');
const nameOf = (address: string) => staffNameOf(new Secret(address), salt);

describe('the name of a member of staff', () => {
  it('tells nothing of the address', () => {
    expect(nameOf('someone@example.gov.uk')).toMatch(/^staff-[\da-f]{12}$/);
  });

  it('is the same however the address is spelled', () => {
    expect(nameOf(' Someone@Example.GOV.UK ')).toBe(nameOf('someone@example.gov.uk'));
  });

  it('is another one for another person, and with another salt', () => {
    const name = nameOf('someone@example.gov.uk');
    expect(nameOf('someone.else@example.gov.uk')).not.toBe(name);
    const elsewhere = staffNameOf(new Secret('someone@example.gov.uk'), new Secret('pepper'));
    expect(elsewhere).not.toBe(name);
  });
});
