import type { Handlers } from '../handlers';
import { decideLines } from './decide-lines';
import { decidePay } from './decide-pay';
import { decideSheet } from './decide-sheet';
import type { wagesCommands, WagesEvents } from './messages';
import type { WagePeriod } from './period';

export { decideSegmentWages } from './decide-segment';

export const decideWages: Handlers<WagePeriod, typeof wagesCommands, WagesEvents> = {
  ...decideSheet,
  ...decideLines,
  ...decidePay,
};
