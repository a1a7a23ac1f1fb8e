import { attributesFrom, checkNumbers, personCorrection, personInput, updated } from './person';

const input = {
  name: '演山杏 017',
  idNumber: '100119196803150018',
  householdVillage: '演示村',
  localRural: true,
};
const messagesOf = (value: unknown) => {
  const read = personInput.safeParse(value);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('what the API takes for a person', () => {
  it('is the register, with numbers in their normal form', () => {
    expect(personInput.parse({ ...input, name: ' 演山杏 017 ', idNumber: '100119 19680315 0018' })).toEqual(input);
  });

  it('is no field more', () => {
    expect(messagesOf({ ...input, religion: '无' })).toEqual([': 含有不能识别的项目，请刷新页面后重新填写']);
  });

  it('is refused in Chinese, saying how to mend it', () => {
    expect(messagesOf({ ...input, name: '', idNumber: '100119196803150017' })).toEqual([
      'name: 请填写姓名',
      'idNumber: 身份证号码末位校验码不符，通常是录错了一位，请对照证件逐位核对',
    ]);
    expect(messagesOf({})).toEqual([
      'name: 请填写姓名',
      'idNumber: 请填写身份证号码',
      'householdVillage: 请填写户籍所在村',
      'localRural: 请选择是否为本地农村劳动力',
    ]);
  });

  it('holds evidence for a priority category, and a card for a bank', () => {
    expect(messagesOf({ ...input, priorityCategory: 'disasterRelief' })).toEqual([
      'priorityEvidence: 认定为优先对象的，请填写认定依据',
    ]);
    expect(messagesOf({ ...input, priorityCategory: 'disasterRelief', priorityEvidence: '演示依据' })).toEqual([]);
    expect(messagesOf({ ...input, cardBank: '演示银行' })).toEqual([
      'cardNumber: 填写了开户银行的，请同时填写银行卡号',
    ]);
  });

  it('may be corrected field by field, the card apart', () => {
    expect(personCorrection.safeParse({ address: '演示村 2 号' }).success).toBe(true);
    expect(personCorrection.safeParse({ cardNumber: '0000000000000018' }).success).toBe(false);
    expect(personCorrection.safeParse({ priorityCategory: 'limitedEarning' }).success).toBe(false);
  });
});

describe('numbers against the mode the system runs in', () => {
  it('names every demonstration number that production refuses', () => {
    const numbers = { idNumber: input.idNumber, phone: '10000000001', cardNumber: '0000000000000018' };
    const { problems } = checkNumbers(numbers, { demonstration: false, on: '2026-01-01', row: 3 });
    expect(problems.map(({ code, field, row }) => [code, field, row])).toEqual([
      ['areaNotAllowed', 'idNumber', 3],
      ['phoneNotAllowed', 'phone', 3],
      ['cardNotAllowed', 'cardNumber', 3],
    ]);
    expect(checkNumbers(numbers, { demonstration: true, on: '2026-01-01' }).problems).toEqual([]);
  });
});

describe('attributes for rules', () => {
  it('hold no name and no number', () => {
    expect(
      attributesFrom('ref', { ...input, priorityCategory: 'disasterRelief', cardNumber: '0000000000000018' }),
    ).toEqual({
      personRef: 'ref',
      birthOn: '1968-03-15',
      sex: 'male',
      localRural: true,
      priority: 'disasterRelief',
      cardRegistered: true,
      erased: false,
    });
  });

  it('of someone erased say only that', () => {
    expect(attributesFrom('ref', null)).toMatchObject({ erased: true, birthOn: null, cardRegistered: false });
  });
});

describe('a record with what was stated anew', () => {
  const prior = {
    ...input,
    phone: '10000000001',
    priorityCategory: 'disasterRelief',
    priorityEvidence: '演示',
  } as const;

  it('keeps what was not stated', () => {
    expect(updated(prior, { address: '演示村 2 号', phone: undefined })).toEqual({ ...prior, address: '演示村 2 号' });
  });

  it('drops the evidence of a category taken back', () => {
    expect(updated(prior, { priorityCategory: null })).toEqual({
      ...input,
      phone: '10000000001',
      priorityCategory: null,
    });
  });
});
