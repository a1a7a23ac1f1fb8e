import { Button, Input } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Problem } from '#contracts/http/commands';
import type { Breach } from '#domain/rules';
import { roleName } from '#labels/zh/roles';
import { procedureLabels } from '#labels/zh/rules';
import { ClauseTag } from '../parts/ClauseTag';
import { fieldId, type Fault, type Path } from './values';

const jumpTo = (field: string): void => {
  const id = fieldId(field);
  const target = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${id}-"]`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
};

/** Takes the focus when it appears, as an error summary must. */
function useFocusOnce(mark: unknown) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    document.title = document.title.startsWith('有误：') ? document.title : `有误：${document.title}`;
    return () => {
      document.title = document.title.replace(/^有误：/, '');
    };
  }, [mark]);
  return box;
}

/** Fields the schema finds wanting, before anything is sent. */
export function FaultSummary({ faults }: { faults: readonly Fault[] }) {
  const box = useFocusOnce(faults);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>有 {faults.length} 处需要修改，没有提交</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <FaultLink field={field} message={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FaultLink({ field, message }: Fault) {
  const label =
    document.querySelector(`label[for="${fieldId(field)}"], #${fieldId(field)} > legend`)?.textContent ?? field;
  return (
    <button type="button" className="link" onClick={() => jumpTo(field)}>
      {label}：{message}
    </button>
  );
}

/** Every broken rule: its clause, the values compared, how to mend it, and the way to the field. */
export function RefusalSummary({
  problem,
  placed,
  reasons,
  setReason,
  goOn,
  children,
}: {
  problem: Problem;
  placed: (field: Path) => Path;
  reasons: Readonly<Record<string, string>>;
  setReason: (rule: string, reason: string) => void;
  goOn: () => void;
  /** what else may be done about it */
  children?: ReactNode;
}) {
  const box = useFocusOnce(problem);
  const breaches = problem.breaches ?? [];
  const onlyWarnings = breaches.length > 0 && breaches.every(({ level }) => level === 'warn');
  const ready = breaches.every(({ rule }) => reasons[rule]?.trim());
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{headline(problem, breaches)}</h2>
      {breaches.length === 0 && problem.detail && <p>{problem.detail}</p>}
      <ol>
        {breaches.map((breach, index) => (
          <li key={`${breach.rule}-${index}`}>
            <BreachLine breach={breach} placed={placed} />
            {breach.level === 'warn' && (
              <div className="field">
                <label htmlFor={`reason-${breach.rule}`}>继续办理的理由（{breach.rule}）</label>
                <Input.TextArea
                  id={`reason-${breach.rule}`}
                  maxLength={500}
                  autoSize={{ minRows: 2 }}
                  value={reasons[breach.rule] ?? ''}
                  onChange={(event) => setReason(breach.rule, event.target.value)}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      {children}
      {onlyWarnings && (
        <Button type="primary" disabled={!ready} onClick={goOn}>
          说明理由并继续
        </Button>
      )}
    </div>
  );
}

const headline = ({ status, title }: Problem, breaches: readonly Breach[]): string => {
  if (status === 403) return '您不能办理';
  return breaches.length > 0 ? `有 ${breaches.length} 处不符合规定，没有提交` : `${title}，没有提交`;
};

const words: Readonly<Record<string, string>> = procedureLabels;
/** Who may decide arrives as role names. */
const inWords = (rule: string, text: string): string =>
  rule === 'P-WHO' ? text.split(' / ').map(roleName).join('、') : text;

/** A broken rule: its clause, the values compared, how to mend it. */
export function BreachLine({
  breach: { rule, clause, level, need, found, mend, field },
  placed = (path) => path,
}: {
  breach: Breach;
  placed?: (field: Path) => Path;
}) {
  return (
    <div>
      <p>
        <strong>{level === 'warn' ? '提示' : '不符'}</strong> <ClauseTag rule={rule} clause={clause} /> {words[rule]}
      </p>
      <p>
        要求：{inWords(rule, need)}；现在：{inWords(rule, found)}
      </p>
      <p>
        怎么改：{mend}{' '}
        {field && (
          <button type="button" className="link" onClick={() => jumpTo(placed(field))}>
            去这里
          </button>
        )}
      </p>
    </div>
  );
}
