import { Button } from 'antd';
import { type ReactNode } from 'react';
import type { CommandType } from '#domain/registry';
import { beijingTime } from '../parts/format';
import { useKeys } from '../parts/keys';
import { FormContext, segmentBeside, valueAt, type FormState } from './context';
import { Closed, StoredBar } from './Outcome';
import { FaultSummary, RefusalSummary } from './Refusal';
import { StaleNotice } from './StaleNotice';
import type { Filling } from './use-filling';
import { WayPast } from './WayPast';

interface FormFrameProps {
  label: string;
  filling: Filling;
  /** the command, where the form is of one alone */
  type?: CommandType;
  /** above what is filled in */
  head?: ReactNode;
  children: ReactNode;
  /** what will happen: for the last look before it is sent */
  confirm?: ReactNode;
  /** what has changed where the form is stale; the stream's own changes else */
  stale?: ReactNode;
  after?: ReactNode;
}

/** A form with what stands against it on top and its way of sending below. */
export function FormFrame({ label, filling, type, head, children, confirm, stale, after }: FormFrameProps) {
  const { form, draft, standing, busy, closed, unfilled, looking, submit } = filling;
  useKeys({ 'Ctrl+Enter': submit });
  return (
    <FormContext value={form}>
      <form
        className="command-form"
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {head}
        {unfilled.length > 0 && <FaultSummary faults={unfilled} />}
        <Against filling={filling} type={type} stale={stale} />
        {standing.at === 'unsent' && (
          <p className="summary" role="alert">
            {standing.why}
          </p>
        )}
        {standing.at === 'asking' && (
          <p className="stored" role="status">
            正在查询上次提交的结果，不必再次提交
          </p>
        )}
        {standing.at === 'stored' && <StoredBar commandId={standing.commandId || draft.key} />}
        {standing.at === 'done' && <Closed accepted={standing.accepted} after={after} />}
        <fieldset className="plain" disabled={busy || closed}>
          {children}
        </fieldset>
        {looking && !busy && (
          <div className="last-look" role="status">
            {confirm}
          </div>
        )}
        {!closed && (
          <p className="acts">
            {looking && (
              <Button size="large" onClick={filling.back}>
                返回修改
              </Button>
            )}
            <Button
              type="primary"
              htmlType="submit"
              size="large"
              loading={standing.at === 'sending'}
              disabled={standing.at === 'stored' || standing.at === 'asking'}
            >
              {looking ? '核对并提交' : '提交'}
            </Button>
            <span className="quiet" aria-live="polite">
              <span className="keys">Ctrl+Enter {looking ? '核对并提交' : '提交'}　</span>
              {draft.savedAt && `草稿 ${beijingTime(draft.savedAt).slice(11)} 已保存`}
            </span>
          </p>
        )}
      </form>
    </FormContext>
  );
}

/** The project that an entry of a plan is filled in for. */
const listedIn = (form: FormState): string | undefined =>
  (valueAt(form, 'entry.project') as string | undefined) || undefined;

/** Why it was refused: in place, nothing applied, what was typed kept. */
function Against({ filling, type, stale }: Pick<FormFrameProps, 'filling' | 'type' | 'stale'>) {
  const { form, draft, standing, placed, reasons, setReason, submit, recheck } = filling;
  if (standing.at !== 'refused') return null;
  const { problem } = standing;
  if (problem.status !== 409 || problem.revision === undefined) {
    return (
      <RefusalSummary problem={problem} placed={placed} reasons={reasons} setReason={setReason} goOn={submit}>
        {type && (
          <WayPast
            stream={form.stream}
            command={type}
            segmentId={segmentBeside(form, '')}
            listing={listedIn(form)}
            rules={(problem.breaches ?? []).map(({ rule }) => rule)}
          />
        )}
      </RefusalSummary>
    );
  }
  return (
    stale ?? <StaleNotice problem={problem} stream={form.stream} readRevision={draft.readRevision} recheck={recheck} />
  );
}
