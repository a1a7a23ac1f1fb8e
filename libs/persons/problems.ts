/** A field of a person, as the API names it. */
export type PersonField =
  | 'name'
  | 'idNumber'
  | 'phone'
  | 'cardNumber'
  | 'cardBank'
  | 'householdVillage'
  | 'address'
  | 'priorityEvidence'
  | 'reason'
  | 'text';

const mending = {
  badLength: '身份证号码应为 18 位：前 17 位是数字，末位是数字或 X，请对照证件重新输入',
  badCheckDigit: '身份证号码末位校验码不符，通常是录错了一位，请对照证件逐位核对',
  noSuchDate: '身份证号码第 7 至 14 位不是真实的出生日期，请对照证件核对',
  areaNotAllowed: '身份证号码前两位不是我国省级地区代码，请对照证件核对；演示号码只能在演示模式下使用',
  phoneMalformed: '手机号码应为以 1 开头的 11 位数字，请核对后重新输入',
  phoneNotAllowed: '该号段未分配给公众使用，请填写本人正在使用的手机号码；演示号码只能在演示模式下使用',
  cardMalformed: '银行卡号应为 16 至 19 位数字，请对照卡面重新输入',
  cardCheckDigit: '银行卡号末位校验码不符，请对照卡面逐位核对',
  cardNotAllowed: '该卡号不属于任何发卡银行，请填写本人的银行卡号；演示卡号只能在演示模式下使用',
  cardTaken: '该银行卡已登记在另一人名下，工资卡须为本人实名持有、一人一卡，请改用本人的银行卡',
  cardDiffers: '此人已登记另一张银行卡，登记时不能改卡，请由本人办理换卡',
  nameDiffers: '该身份证号码已以另一姓名登记，请对照证件核对姓名；确已更名的，请办理信息更正',
  idNumberTaken: '该身份证号码已登记在另一份档案中，请核对后再更正',
  listedTwice: '名单中有两行使用同一身份证号码，请删去重复的一行',
  personErased: '此人的个人信息已按规定删除，不能再使用或修改',
  personUnknown: '没有这份人员档案，请先登记',
  reasonMissing: '查看完整个人信息须写明用途和理由，请填写后再查看',
  textDiffers: '这一编号下已封存另一段文字，请刷新后重新提交',
} as const;

export type PersonProblemCode = keyof typeof mending;

/** Why a person's data is refused. It names the field and how to mend it, never the value. */
export interface PersonProblem {
  code: PersonProblemCode;
  field?: PersonField;
  /** Place in the list that was handed in, from 0. */
  row?: number;
  rule?: string;
  message: string;
}

const rules: Partial<Record<PersonProblemCode, string>> = {
  badCheckDigit: 'R-AGE-08',
  cardTaken: 'R-PAY-16',
  cardDiffers: 'R-PAY-16',
  reasonMissing: 'R-PRIV-15',
  personErased: 'R-PRIV-09',
};

/** A problem with its rule and its Chinese message. */
export function problem(code: PersonProblemCode, at: { field?: PersonField; row?: number } = {}): PersonProblem {
  const rule = rules[code];
  return { code, ...at, ...(rule ? { rule } : {}), message: mending[code] };
}

/** Thrown when the vault declines what was asked; whatever the call had begun to write is undone. */
export class VaultRefusal extends Error {
  override readonly name = 'VaultRefusal';

  constructor(readonly problems: readonly PersonProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
  }
}
