import { Button } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CommandAccepted, Problem } from '#contracts/http/commands';
import type { ProjectPage } from '#contracts/http/reads';
import { definitionOf, type CommandType } from '#domain/registry';
import type { StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { ClauseTag } from '../parts/ClauseTag';
import { beijingTime } from '../parts/format';
import { useKeys } from '../parts/keys';
import type { Order } from '../http/commands';
import { useRefreshAll } from '../http/live';
import { useMe } from '../shell/session';
import { FormContext, type FormState } from './context';
import { Field } from './Field';
import { Fields } from './Fields';
import { FaultSummary, RefusalSummary } from './Refusal';
import { initialOf, specOf } from './spec';
import { StaleNotice } from './StaleNotice';
import { Closed, StoredBar } from './Outcome';
import { useDraft } from './use-draft';
import { useSubmission } from './use-submission';
import { checked } from './check';
import { withValue, type Fault } from './values';

export interface CommandFormProps {
  stream: StreamId;
  type: CommandType;
  project: ProjectPage | null;
  /** last substantive revision the reader has before their eyes; null for a stream that does not exist yet */
  substantive: number | null;
  /** fields known from where the form was opened */
  preset?: Readonly<Record<string, unknown>>;
  /** other fields than the generated ones */
  children?: ReactNode;
  /** what is sent in place of the command itself, e.g. the start of the matter it comes of */
  ordered?: (order: Order, key: string) => Promise<Order>;
  onDone?: (accepted: CommandAccepted) => void;
  after?: ReactNode;
}

/** The form of any command: fields from its schema, checked by the same schema, sent once, answered in words. */
export function CommandForm({
  stream,
  type,
  project,
  substantive,
  preset,
  children,
  ordered,
  onDone,
  after,
}: CommandFormProps) {
  const me = useMe();
  const refreshAll = useRefreshAll();
  const spec = useMemo(() => specOf(type), [type]);
  const { draft, change, renew, drop } = useDraft(me.login, `${stream}.${type}`, substantive, () =>
    Object.assign({}, initialOf(spec), preset),
  );
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [unfilled, setUnfilled] = useState<readonly Fault[]>([]);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});

  const { standing, send, rewrite } = useSubmission(draft.location, {
    onRefused: (problem) => {
      // the refusal is kept under this key; what is sent next is another command
      renew();
      setFaults(faultsIn(problem));
    },
    onStored: (location) => change({ location }),
    onDone: (accepted) => {
      drop();
      refreshAll(ordered ? undefined : { stream, revision: accepted.revision });
      onDone?.(accepted);
    },
  });
  const busy = standing.at === 'sending' || standing.at === 'stored';
  const closed = standing.at === 'done';

  const submit = () => {
    if (busy || closed) return;
    const result = checked(type, draft.data);
    setFaults(result.faults);
    setUnfilled(result.faults);
    if (result.faults.length > 0) return rewrite();
    const order: Order = {
      stream,
      type,
      data: result.data,
      ...(draft.readRevision !== null && { readRevision: draft.readRevision }),
      ...(Object.keys(reasons).length > 0 && { reasons }),
    };
    void send(ordered?.(order, draft.key) ?? order, draft.key);
  };
  useKeys({ 'Ctrl+Enter': submit });
  useEffect(() => {
    document.title = `${commandLabel(type)} · 以工`;
  }, [type]);

  const form: FormState = {
    stream,
    project,
    value: draft.data,
    set: (path, value) => change((before) => ({ data: withValue(before.data, path, value) })),
    faults,
    Field,
  };
  const recheck = (revision: number) => {
    change({ readRevision: revision });
    refreshAll();
    rewrite();
  };
  return (
    <FormContext value={form}>
      <form
        className="command-form"
        aria-label={commandLabel(type)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="basis">
          依据 <ClauseTag clause={definitionOf(type).clause} />
        </p>
        {unfilled.length > 0 && <FaultSummary faults={unfilled} />}
        {standing.at === 'refused' && standing.problem.status === 409 && standing.problem.revision !== undefined ? (
          <StaleNotice problem={standing.problem} stream={stream} readRevision={draft.readRevision} recheck={recheck} />
        ) : (
          standing.at === 'refused' && (
            <RefusalSummary
              problem={standing.problem}
              reasons={reasons}
              setReason={(rule, reason) => setReasons({ ...reasons, [rule]: reason })}
              goOn={submit}
            />
          )
        )}
        {standing.at === 'unsent' && (
          <p className="summary" role="alert">
            {standing.why}
          </p>
        )}
        {standing.at === 'stored' && <StoredBar commandId={standing.commandId || draft.key} />}
        {closed && <Closed accepted={standing.accepted} after={after} />}
        <fieldset className="plain" disabled={busy || closed}>
          {children ?? <Fields path="" spec={spec} />}
          {spec.kind === 'object' && spec.fields.length === 0 && <p>无需填写。核对后提交即为办理。</p>}
        </fieldset>
        {!closed && (
          <p className="acts">
            <Button
              type="primary"
              htmlType="submit"
              size="large"
              loading={standing.at === 'sending'}
              disabled={standing.at === 'stored'}
            >
              提交
            </Button>
            <span className="quiet" aria-live="polite">
              <span className="keys">Ctrl+Enter 提交　</span>
              {draft.savedAt && `草稿 ${beijingTime(draft.savedAt).slice(11)} 已保存`}
            </span>
          </p>
        )}
      </form>
    </FormContext>
  );
}

/** The fields a refusal points at, with how to mend each. */
function faultsIn({ faults = [], breaches = [] }: Problem): Fault[] {
  return [
    ...faults.map(({ field, message }) => ({ field: field.replace(/^data\./, ''), message })),
    ...breaches.flatMap(({ field, mend }) => (field ? [{ field, message: mend }] : [])),
  ];
}
