import { Button } from 'antd';
import { ratioBp, sumFen } from '#domain/money';
import { useForm, valueAt } from '../forms/context';
import { money, percent } from '../parts/format';

/** Sums over the segments and fund lines typed so far: what the totals must agree with. @rule R-WAGE-01 R-WAGE-03 */
export function Totals() {
  const form = useForm();
  const pay = sumOf(valueAt(form, 'segments'), 'plannedLaborPayFen');
  const posts = sumOf(valueAt(form, 'segments'), 'plannedPosts');
  const funds = sumOf(valueAt(form, 'fundLines'), 'amountFen');
  const share = ratioBp(pay, funds);
  return (
    <div className="totals">
      <p>
        各用工环节之和：岗位 {posts} 个，劳务报酬 {money(pay)}；资金合计 {money(funds)}
        {share !== null && `，劳务报酬占 ${percent(share)}`}
      </p>
      <Button
        onClick={() => {
          form.set('plannedPosts', posts);
          form.set('plannedLaborPayFen', pay);
        }}
      >
        按各环节之和填写
      </Button>
    </div>
  );
}

const sumOf = (items: unknown, name: string): number =>
  sumFen(
    (Array.isArray(items) ? items : []).map((item: unknown) => {
      const value = (item as Record<string, unknown> | null)?.[name];
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
    }),
  );
