import fc from 'fast-check';
import { birthOnOf, checkDigitOf, readIdNumber } from './id-number';

const demonstration = { demonstration: true };
const production = { demonstration: false };
/** A number of right form; area 10 belongs to nobody. */
const numbered = (area: string, birth: string, sequence = '001') => {
  const first17 = `${area}${birth}${sequence}`;
  return `${first17}${checkDigitOf(first17)}`;
};
const problemOf = (written: string, options: Parameters<typeof readIdNumber>[1] = demonstration) => {
  const reading = readIdNumber(written, options);
  return reading.ok ? null : reading.problem;
};

describe('reading a citizen number', () => {
  it('gives birth date and sex', () => {
    expect(readIdNumber('100119196803150018', demonstration)).toEqual({
      ok: true,
      idNumber: '100119196803150018',
      birthOn: '1968-03-15',
      sex: 'male',
    });
    expect(readIdNumber(numbered('100119', '19680315', '002'), demonstration)).toMatchObject({ sex: 'female' });
  });

  it('takes full-width digits, blanks and a small x for the same number', () => {
    const first17 = Array.from({ length: 99 }, (_, n) => `10011919680315${String(n + 1).padStart(3, '0')}`).find(
      (digits) => checkDigitOf(digits) === 'X',
    )!;
    expect(readIdNumber(` ${first17.slice(0, 6)} ${first17.slice(6)}x`, demonstration)).toMatchObject({
      idNumber: `${first17}X`,
    });
    expect(problemOf('100119196803150018')).toBeNull();
  });

  it('asks for 18 characters, the first 17 of them digits', () => {
    expect(problemOf('10011919680315001')).toBe('badLength');
    expect(problemOf('1001191968031500180')).toBe('badLength');
    expect(problemOf('1001191968031500A8')).toBe('badLength');
    expect(problemOf('')).toBe('badLength');
  });

  it('accepts the area that nobody can hold in demonstration mode alone', () => {
    expect(problemOf(numbered('100119', '19680315'), production)).toBe('areaNotAllowed');
    expect(problemOf(numbered('100119', '19680315'), demonstration)).toBeNull();
  });

  it('refuses areas that no province has, in either mode', () => {
    for (const area of ['000119', '160119', '380119', '550119', '990119']) {
      expect(problemOf(numbered(area, '19680315'), demonstration)).toBe('areaNotAllowed');
      expect(problemOf(numbered(area, '19680315'), production)).toBe('areaNotAllowed');
    }
  });

  it('knows which dates exist', () => {
    expect(problemOf(numbered('100119', '20000229'))).toBeNull();
    expect(problemOf(numbered('100119', '20010229'))).toBe('noSuchDate');
    expect(problemOf(numbered('100119', '19000229'))).toBe('noSuchDate');
    expect(problemOf(numbered('100119', '19680431'))).toBe('noSuchDate');
    expect(problemOf(numbered('100119', '19680430'))).toBeNull();
    expect(problemOf(numbered('100119', '19681301'))).toBe('noSuchDate');
    expect(problemOf(numbered('100119', '19680100'))).toBe('noSuchDate');
    expect(problemOf(numbered('100119', '18991231'))).toBe('noSuchDate');
  });

  it('lets nobody be born after the day of registration', () => {
    const number = numbered('100119', '20240601');
    expect(problemOf(number, { ...demonstration, on: '2024-06-01' })).toBeNull();
    expect(problemOf(number, { ...demonstration, on: '2024-05-31' })).toBe('noSuchDate');
  });
});

describe('the check digit', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  const numbers = fc.tuple(days, fc.integer({ min: 1, max: 999 })).map(([day, sequence]) => ({
    birthOn: day.toISOString().slice(0, 10),
    number: numbered('100119', day.toISOString().slice(0, 10).replaceAll('-', ''), String(sequence).padStart(3, '0')),
  }));

  it('makes every rightly formed number readable', () => {
    fc.assert(
      fc.property(numbers, ({ number, birthOn }) => {
        expect(problemOf(number)).toBeNull();
        expect(birthOnOf(number)).toBe(birthOn);
      }),
    );
  });

  it('betrays any one digit written wrong and any two neighbors exchanged', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        ({ number }, place, shift) => {
          const other = String((Number(number[place]) + shift) % 10);
          expect(problemOf(number.slice(0, place) + other + number.slice(place + 1))).not.toBeNull();
          const [a, b] = [number[place], number[place + 1]];
          fc.pre(a !== b);
          expect(problemOf(number.slice(0, place) + b + a + number.slice(place + 2))).not.toBeNull();
        },
      ),
    );
  });

  it('follows ISO 7064 MOD 11-2: digit and weights leave 1', () => {
    fc.assert(
      fc.property(numbers, ({ number }) => {
        const value = (character: string) => (character === 'X' ? 10 : Number(character));
        const rest = Array.from(number).reduce((carried, character) => ((carried * 2) % 11) + value(character), 0) % 11;
        expect(rest).toBe(1);
      }),
    );
  });

  it('is asked for 17 digits and nothing else', () => {
    expect(() => checkDigitOf('1001191968031500')).toThrow(RangeError);
  });
});
