import { normalizeNumber, type NumberMode } from './id-number';
import { type PersonProblemCode } from './problems';

export type PhoneProblem = Extract<PersonProblemCode, 'phoneMalformed' | 'phoneNotAllowed'>;
export type CardProblem = Extract<PersonProblemCode, 'cardMalformed' | 'cardCheckDigit' | 'cardNotAllowed'>;

export type PhoneReading = { ok: true; phone: string } | { ok: false; problem: PhoneProblem };
export type CardReading = { ok: true; cardNumber: string } | { ok: false; problem: CardProblem };

// Mobile numbers begin with 13 to 19; 100 is given to nobody, and no issuer's number begins with 000000.
const demonstrationPhone = /^100/;
const demonstrationCard = /^000000/;

/** Reads a mobile number of mainland China, also with its country code. */
export function readPhone(written: string, { demonstration }: NumberMode): PhoneReading {
  const phone = normalizeNumber(written).replace(/^\+86/, '');
  if (!/^1\d{10}$/.test(phone)) return { ok: false, problem: 'phoneMalformed' };
  const allowed = /^1[3-9]/.test(phone) || (demonstration && demonstrationPhone.test(phone));
  return allowed ? { ok: true, phone } : { ok: false, problem: 'phoneNotAllowed' };
}

/**
 * Reads a bank card number and verifies its Luhn digit.
 * @rule R-PAY-16
 */
export function readCard(written: string, { demonstration }: NumberMode): CardReading {
  const cardNumber = normalizeNumber(written);
  if (!/^\d{16,19}$/.test(cardNumber)) return { ok: false, problem: 'cardMalformed' };
  if (!luhnHolds(cardNumber)) return { ok: false, problem: 'cardCheckDigit' };
  const allowed = /^[1-9]/.test(cardNumber) || (demonstration && demonstrationCard.test(cardNumber));
  return allowed ? { ok: true, cardNumber } : { ok: false, problem: 'cardNotAllowed' };
}

/** The digit that completes a card number, by Luhn. */
export function luhnDigitOf(payload: string): string {
  return String((10 - (luhnSum(`${payload}0`) % 10)) % 10);
}

function luhnHolds(cardNumber: string): boolean {
  return luhnSum(cardNumber) % 10 === 0;
}

function luhnSum(digits: string): number {
  return Array.from(digits)
    .reverse()
    .reduce((sum, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
}
