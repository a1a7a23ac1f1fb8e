import { isCivilDate } from '#domain/civil-date';
import { type PersonProblemCode } from './problems';

export type Sex = 'male' | 'female';

export interface NumberMode {
  /** Accepts the demonstration ranges, which no person can hold. */
  demonstration: boolean;
}

export type IdNumberProblem = Extract<
  PersonProblemCode,
  'badLength' | 'badCheckDigit' | 'noSuchDate' | 'areaNotAllowed'
>;

export type IdNumberReading =
  { ok: true; idNumber: string; birthOn: string; sex: Sex } | { ok: false; problem: IdNumberProblem };

// Province codes of GB/T 2260; 71, 81, 82 and 83 also stand on residence permits of the same form.
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const demonstrationProvince = /^10/;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';
const earliestBirthOn = '1900-01-01';

/** Full-width digits, blanks and a small x are ways of writing the same number. */
export function normalizeNumber(written: string): string {
  return written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/**
 * The last character of a citizen number, by ISO 7064 MOD 11-2.
 * @param first17 exactly 17 digits
 * @throws RangeError for anything else
 * @rule R-AGE-08
 */
export function checkDigitOf(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a check digit needs exactly 17 digits');
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return checkDigits.charAt(sum % 11);
}

/**
 * Reads a citizen number: birth date and sex, or the first thing that is wrong with it.
 * @param options.on civil date after which nobody can have been born; without it future births pass
 * @rule R-AGE-08
 */
export function readIdNumber(written: string, options: NumberMode & { on?: string }): IdNumberReading {
  const idNumber = normalizeNumber(written);
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { ok: false, problem: 'badLength' };
  if (!areaAllowed(idNumber, options)) return { ok: false, problem: 'areaNotAllowed' };
  const birthOn = birthOnOf(idNumber);
  const impossible = !isCivilDate(birthOn) || birthOn < earliestBirthOn;
  if (impossible || (options.on !== undefined && birthOn > options.on)) {
    return { ok: false, problem: 'noSuchDate' };
  }
  if (idNumber.charAt(17) !== checkDigitOf(idNumber.slice(0, 17))) return { ok: false, problem: 'badCheckDigit' };
  return { ok: true, idNumber, birthOn, sex: sexOf(idNumber) };
}

/** Birth date written in a citizen number of correct form. */
export function birthOnOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** Sex written in a citizen number of correct form: an odd 17th digit is male. */
export function sexOf(idNumber: string): Sex {
  return Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

function areaAllowed(idNumber: string, { demonstration }: NumberMode): boolean {
  return provinces.test(idNumber) || (demonstration && demonstrationProvince.test(idNumber));
}
