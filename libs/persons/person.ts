import { z } from 'zod';
import { readCard, readPhone } from './account-numbers';
import { birthOnOf, normalizeNumber, readIdNumber, type NumberMode, type Sex, sexOf } from './id-number';
import { problem, type PersonProblem, type PersonProblemCode } from './problems';

export const priorityCategories = ['disasterRelief', 'limitedEarning', 'forceMajeureStay'] as const;
export type PriorityCategory = (typeof priorityCategories)[number];

// Which numbers are demonstration numbers is for the vault to judge: a schema does not know how the system runs.
const shapeOnly: NumberMode = { demonstration: true };

type Reading = { ok: true } | { ok: false; problem: PersonProblemCode };
const numberField = (read: (written: string, mode: NumberMode) => Reading, missing: string) =>
  z
    .string({ error: missing })
    .max(40, '号码过长，请核对后重新输入')
    .overwrite(normalizeNumber)
    .superRefine((value, context) => {
      const reading = read(value, shapeOnly);
      if (!reading.ok) context.addIssue({ code: 'custom', message: problem(reading.problem).message });
    });
const textField = (label: string, longest: number) =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, `请填写${label}`)
    .max(longest, `${label}最多 ${longest} 个字`);

const fields = {
  name: textField('姓名', 50),
  idNumber: numberField(readIdNumber, '请填写身份证号码'),
  phone: numberField(readPhone, '请填写手机号码').optional(),
  householdVillage: textField('户籍所在村', 100),
  address: textField('现住址', 200).optional(),
  localRural: z.boolean({ error: '请选择是否为本地农村劳动力' }),
  priorityCategory: z.enum(priorityCategories, { error: '请选择优先对象类别' }).nullable().optional(),
  priorityEvidence: textField('优先对象认定依据', 200).optional(),
};
const cardFields = {
  cardNumber: numberField(readCard, '请填写银行卡号'),
  cardBank: textField('开户银行', 100).optional(),
};

const strict = { error: '含有不能识别的项目，请刷新页面后重新填写' };

const evidenceGiven = ({ priorityCategory, priorityEvidence }: Partial<PriorityFields>) =>
  !priorityCategory || priorityEvidence !== undefined;
const evidenceMissing = { path: ['priorityEvidence'], message: '认定为优先对象的，请填写认定依据' };
interface PriorityFields {
  priorityCategory: PriorityCategory | null;
  priorityEvidence: string;
}

/**
 * What is kept of a person: the register's fields and no more.
 * @rule R-ROST-13
 * @rule R-ROST-14
 * @rule R-PRIV-04
 */
export const personInput = z
  .strictObject({ ...fields, cardNumber: cardFields.cardNumber.optional(), cardBank: cardFields.cardBank }, strict)
  .refine(evidenceGiven, evidenceMissing)
  .refine(({ cardNumber, cardBank }) => cardBank === undefined || cardNumber !== undefined, {
    path: ['cardNumber'],
    message: '填写了开户银行的，请同时填写银行卡号',
  });
export type PersonInput = z.infer<typeof personInput>;

/** What may be corrected; a card is changed by `cardInput` alone. @rule R-PRIV-08 */
export const personCorrection = z.strictObject(fields, strict).partial().refine(evidenceGiven, evidenceMissing);
export type PersonCorrection = z.infer<typeof personCorrection>;

/** A card in the worker's own name. @rule R-PAY-16 */
export const cardInput = z.strictObject(cardFields, strict);
export type CardInput = z.infer<typeof cardInput>;

/** A person as sealed; birth date and sex follow from the citizen number. */
export type PersonRecord = PersonInput;

/** A record with what was stated anew; a category taken back takes its evidence with it. */
export function updated(record: PersonRecord, stated: Partial<PersonInput>): PersonRecord {
  const merged = {
    ...record,
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
  };
  if (merged.priorityCategory !== null) return merged;
  const { priorityEvidence: _withdrawn, ...kept } = merged;
  return kept;
}

/** What rules may know of a person: read as a fact in the recording transaction, never stored in an event. */
export type PersonAttributes =
  | {
      personRef: string;
      birthOn: string;
      sex: Sex;
      localRural: boolean;
      priority: PriorityCategory | null;
      cardRegistered: boolean;
      erased: false;
    }
  | {
      personRef: string;
      birthOn: null;
      sex: null;
      localRural: false;
      priority: null;
      cardRegistered: false;
      erased: true;
    };

/** The attributes of a person, or of one who was erased (`record` null). */
export function attributesFrom(personRef: string, record: PersonRecord | null): PersonAttributes {
  if (record === null) {
    const nothing = { birthOn: null, sex: null, localRural: false, priority: null, cardRegistered: false } as const;
    return { personRef, ...nothing, erased: true };
  }
  return {
    personRef,
    birthOn: birthOnOf(record.idNumber),
    sex: sexOf(record.idNumber),
    localRural: record.localRural,
    priority: record.priorityCategory ?? null,
    cardRegistered: record.cardNumber !== undefined,
    erased: false,
  };
}

/** The numbers in their normal form, and whatever is wrong with them in this mode on that day. */
export function checkNumbers<T extends Partial<Pick<PersonInput, 'idNumber' | 'phone' | 'cardNumber'>>>(
  input: T,
  options: NumberMode & { on: string; row?: number },
): { value: T; problems: PersonProblem[] } {
  const value = { ...input };
  const problems: PersonProblem[] = [];
  const readers = { idNumber: readIdNumber, phone: readPhone, cardNumber: readCard };
  for (const field of ['idNumber', 'phone', 'cardNumber'] as const) {
    const written = input[field];
    if (written === undefined) continue;
    const reading = readers[field](written, options);
    if (reading.ok) value[field] = normalizeNumber(written);
    else problems.push(problem(reading.problem, { field, row: options.row }));
  }
  return { value, problems };
}
