import type { PersonInput } from '#persons/person';
import { luhnDigitOf } from '#persons/account-numbers';
import { checkDigitOf } from '#persons/id-number';

/** Area of no province, with the last digits of the district's code: nobody can hold such a number. */
const area = '100119';
const plants = ['山杏', '国槐', '油松', '侧柏', '黄栌', '白蜡', '榆叶', '连翘', '丁香', '海棠'];
const villages = ['杏坡村', '榆岭村', '松泉村'];

/**
 * An invented worker of the demonstration district, always the same for the same number: 25 to 50 years of age, so that no
 * post's age limit stands in the way.
 * @param no 1 to 999
 */
export function inventedWorker(no: number): PersonInput {
  const birth = `${1976 + (no % 25)}${String(1 + (no % 12)).padStart(2, '0')}${String(1 + (no % 28)).padStart(2, '0')}`;
  const first17 = `${area}${birth}${String(no).padStart(3, '0')}`;
  const card = `000000${String(no).padStart(12, '0')}`;
  return {
    name: `演${plants[(no - 1) % plants.length]!} ${String(no).padStart(3, '0')}`,
    idNumber: `${first17}${checkDigitOf(first17)}`,
    phone: `100${String(no).padStart(8, '0')}`,
    householdVillage: villages[no % villages.length]!,
    localRural: true,
    cardNumber: `${card}${luhnDigitOf(card)}`,
    cardBank: '演示农村商业银行',
    ...(no % 9 === 0 && { priorityCategory: 'limitedEarning' as const, priorityEvidence: '演示认定材料' }),
  };
}
