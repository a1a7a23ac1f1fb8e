import { birthOnOf, type Sex, sexOf } from './id-number';
import { type PersonRecord, type PriorityCategory } from './person';

export const maskProfiles = ['public', 'list', 'full'] as const;
/** How much of a person is shown. @rule R-PRIV-15 */
export type MaskProfile = (typeof maskProfiles)[number];

export interface PublicView {
  personRef: string;
  erased: false;
  name: string;
}

export interface ListView extends PublicView {
  idNumber: string;
  phone: string | null;
  cardNumber: string | null;
}

export interface FullView extends ListView {
  birthOn: string;
  sex: Sex;
  cardBank: string | null;
  householdVillage: string;
  address: string | null;
  localRural: boolean;
  priorityCategory: PriorityCategory | null;
  priorityEvidence: string | null;
}

export interface ErasedView {
  personRef: string;
  erased: true;
  /** what stands where the name stood */
  name: '个人信息已删除';
}

export interface PersonViews {
  public: PublicView;
  list: ListView;
  full: FullView;
}

/** A person whose data was erased, in every profile. */
export const erasedView = (personRef: string): ErasedView => ({ personRef, erased: true, name: '个人信息已删除' });

/** One view per profile. @rule R-PRIV-15 */
export const views: { [P in MaskProfile]: (personRef: string, record: PersonRecord) => PersonViews[P] } = {
  public: (personRef, { name }) => ({ personRef, erased: false, name: maskName(name) }),
  list: (personRef, { name, idNumber, phone, cardNumber }) => ({
    personRef,
    erased: false,
    name,
    idNumber: maskIdNumber(idNumber),
    phone: phone === undefined ? null : maskPhone(phone),
    cardNumber: cardNumber === undefined ? null : maskCard(cardNumber),
  }),
  full: (personRef, record) => ({
    personRef,
    erased: false,
    name: record.name,
    idNumber: record.idNumber,
    birthOn: birthOnOf(record.idNumber),
    sex: sexOf(record.idNumber),
    phone: record.phone ?? null,
    cardNumber: record.cardNumber ?? null,
    cardBank: record.cardBank ?? null,
    householdVillage: record.householdVillage,
    address: record.address ?? null,
    localRural: record.localRural,
    priorityCategory: record.priorityCategory ?? null,
    priorityEvidence: record.priorityEvidence ?? null,
  }),
};

/** 张三丰 → 张*: one star whatever the length, which would itself tell people apart. */
export function maskName(name: string): string {
  return `${Array.from(name)[0] ?? ''}*`;
}

/** First 3 and last 4. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 3)}${'*'.repeat(11)}${idNumber.slice(-4)}`;
}

/** 138****1234 */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Last 4. */
export function maskCard(cardNumber: string): string {
  return `****${cardNumber.slice(-4)}`;
}
