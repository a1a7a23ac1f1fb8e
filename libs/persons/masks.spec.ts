import { maskName, views } from './masks';
import { type PersonRecord } from './person';

const record: PersonRecord = {
  name: '演山杏 017',
  idNumber: '100119196803150018',
  phone: '10012345678',
  cardNumber: '0000000000000018',
  cardBank: '演示银行',
  householdVillage: '演示村',
  address: '演示村 1 号',
  localRural: true,
  priorityCategory: 'limitedEarning',
  priorityEvidence: '演示依据',
};

describe('mask profiles', () => {
  it('show the public a family name and nothing else', () => {
    expect(views.public('ref', record)).toEqual({ personRef: 'ref', erased: false, name: '演*' });
  });

  it('show a list the ends of numbers', () => {
    expect(views.list('ref', record)).toEqual({
      personRef: 'ref',
      erased: false,
      name: '演山杏 017',
      idNumber: '100***********0018',
      phone: '100****5678',
      cardNumber: '****0018',
    });
  });

  it('say so where no phone or card is registered', () => {
    const { phone: _phone, cardNumber: _card, cardBank: _bank, ...bare } = record;
    expect(views.list('ref', bare)).toMatchObject({ phone: null, cardNumber: null });
    expect(views.full('ref', bare)).toMatchObject({ phone: null, cardNumber: null, cardBank: null });
  });

  it('show everything in full, with what follows from the citizen number', () => {
    expect(views.full('ref', record)).toEqual({
      ...record,
      personRef: 'ref',
      erased: false,
      birthOn: '1968-03-15',
      sex: 'male',
    });
  });

  it('keep a rare character whole and hide the length of a name', () => {
    expect(maskName('𠮷示')).toBe('𠮷*');
    expect(maskName('演示例山')).toBe('演*');
  });
});
