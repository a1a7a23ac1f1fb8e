import { fieldLabel } from '#labels/zh/fields';
import { postKindName } from '#labels/zh/roles';
import { keyOf } from '#domain/stream';
import type { SignerRow } from '#contracts/http/matters';
import { useSigners } from '../http/queries';
import { useForm, valueAt } from './context';
import type { FieldProps } from './field-props';
import { FoundSelect } from './FoundSelect';
import { Fault } from './Group';
import { fieldId } from './values';

type Signer = Pick<SignerRow, 'body' | 'post'>;
const keyOfSigner = ({ body, post }: Partial<Signer>): string => `${body}/${post}`;
const signerOf = (key: string): Signer => {
  const [body = '', post = ''] = key.split('/');
  return { body, post };
};

/** `区财政局 审批人（区财政局审批人）`, `区财政局 审批人（空缺，由分管领导办理）`: a post with whoever holds it, or would act for it. */
function labelOf({ bodyName, post, postName, names, vacant, answeredBy }: SignerRow): string {
  const others =
    answeredBy === null ? ['本单位无人可以签署'] : answeredBy === post ? [] : [`由${postKindName(answeredBy)}办理`];
  const about = [vacant ? '空缺' : names.join('、'), ...others].filter((word) => word !== '');
  return `${bodyName} ${postName}${about.length > 0 ? `（${about.join('，')}）` : ''}`;
}

/** A post of the matter's district or of the city, or several, found by typing a part of a name, a body or a post. */
export function SignerField({ path, name, spec }: FieldProps) {
  const form = useForm();
  const signers = useSigners(keyOf(form.stream));
  const several = spec.kind === 'array';
  const value = valueAt(form, path);
  const id = fieldId(path);
  const look = {
    id,
    placeholder: '输入姓名、单位或岗位查找',
    notFoundContent: signers.isPending ? '正在加载' : '没有这样的岗位',
    options: (signers.data ?? []).map((row) => ({
      value: keyOfSigner(row),
      label: labelOf(row),
      // Who is to read is shown what came to a post that nobody answers for; who is to sign is sought elsewhere.
      disabled: !several && row.answeredBy === null,
    })),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{fieldLabel(name)}</label>
      {several ? (
        <FoundSelect<string[]>
          {...look}
          mode="multiple"
          value={((value ?? []) as Signer[]).map(keyOfSigner)}
          onChange={(keys) => form.set(path, keys.map(signerOf))}
        />
      ) : (
        <FoundSelect<string>
          {...look}
          value={value ? keyOfSigner(value as Signer) : undefined}
          onChange={(key) => form.set(path, signerOf(key))}
        />
      )}
      <Fault path={path} />
    </div>
  );
}
