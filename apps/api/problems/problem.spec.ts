import { breach } from '#domain/rules';
import { statusOf } from './problem';

const compared = { need: '须', found: '现', mend: '改' };

it.each([
  ['whoever is not entitled', [breach('P-WHO', compared)], 403],
  ['whoever drafted what they would decide', [breach('R-OA-16', compared)], 403],
  ['a field that names the drafter as its signer', [breach('R-OA-16', { ...compared, field: 'signer' })], 422],
  ['what has changed since', [breach('P-STALE', compared)], 409],
  ['any other rule', [breach('R-APPR-01', compared)], 422],
] as const)('answers %s with its status', (_, breaches, status) => {
  expect(statusOf([breach('R-OA-10', compared), ...breaches])).toBe(status);
});
