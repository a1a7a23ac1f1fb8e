import fc from 'fast-check';
import { luhnDigitOf, readCard, readPhone } from './account-numbers';

const demonstration = { demonstration: true };
const production = { demonstration: false };
const card = (payload: string) => `${payload}${luhnDigitOf(payload)}`;

describe('reading a phone number', () => {
  it('takes the country code and blanks off', () => {
    expect(readPhone('+86 100 0000 0001', demonstration)).toEqual({ ok: true, phone: '10000000001' });
  });

  it('asks for 11 digits that begin with 1', () => {
    for (const written of ['1000000000', '100000000011', '20000000000', '1000000000a']) {
      expect(readPhone(written, demonstration)).toEqual({ ok: false, problem: 'phoneMalformed' });
    }
  });

  it('accepts the range given to nobody in demonstration mode alone', () => {
    expect(readPhone('10000000001', production)).toEqual({ ok: false, problem: 'phoneNotAllowed' });
    expect(readPhone('12000000001', demonstration)).toEqual({ ok: false, problem: 'phoneNotAllowed' });
    expect(readPhone('13000000000', production)).toMatchObject({ ok: true });
  });
});

describe('reading a bank card number', () => {
  it('takes 16 to 19 digits', () => {
    expect(readCard(card('00000000000001'), demonstration)).toEqual({ ok: false, problem: 'cardMalformed' });
    expect(readCard(card('000000000000001'), demonstration)).toMatchObject({ ok: true });
    expect(readCard(card('000000000000000001'), demonstration)).toMatchObject({ ok: true });
    expect(readCard(card('0000000000000000001'), demonstration)).toEqual({ ok: false, problem: 'cardMalformed' });
  });

  it('accepts demonstration cards in demonstration mode alone', () => {
    expect(readCard(card('000000000000001'), production)).toEqual({ ok: false, problem: 'cardNotAllowed' });
    expect(readCard(card('010000000000001'), demonstration)).toEqual({ ok: false, problem: 'cardNotAllowed' });
    expect(readCard(card('900000000000001'), production)).toMatchObject({ ok: true });
  });

  it('betrays any one digit written wrong', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          const right = card(`000000${String(number).padStart(9, '0')}`);
          expect(readCard(right, demonstration)).toMatchObject({ ok: true });
          const other = String((Number(right[place]) + shift) % 10);
          const wrong = right.slice(0, place) + other + right.slice(place + 1);
          expect(readCard(wrong, demonstration)).toEqual({ ok: false, problem: 'cardCheckDigit' });
        },
      ),
    );
  });
});
