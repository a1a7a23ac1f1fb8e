import type { Handlers } from '../handlers';
import { breach, broken, judge } from '../rules';
import type { evaluationCommands, EvaluationEvents } from './messages';
import type { Evaluation } from './evaluation';
import { freezeRules, requestRules, resultRules } from './rules';

/** @clause CL-52 */
export const decideEvaluation: Handlers<Evaluation, typeof evaluationCommands, EvaluationEvents> = {
  requestEvaluation: (evaluation, command, { on }) =>
    judge(command, broken(requestRules, { evaluation, on }), () => ({
      events: [{ type: 'EvaluationRequested', data: { scope: evaluation.scope, year: evaluation.year } }],
    })),

  freezeEvaluation: ({ freeze }, command) =>
    judge(command, broken(freezeRules, { frozen: freeze, data: command.data }), () => ({
      events: freeze ? [] : [{ type: 'EvaluationFrozen', data: command.data }],
    })),

  recordResult: ({ freeze, result }, command) => {
    const early = freeze
      ? []
      : [breach('P-ORDER', { need: '已固化记录', found: '尚未固化', mend: '先固化账本位置再计算' })];
    return judge(command, [...early, ...broken(resultRules, { recorded: result, data: command.data })], () => ({
      events: result ? [] : [{ type: 'ResultRecorded', data: command.data }],
    }));
  },

  requestRerun: ({ status, run }, command) => {
    const early =
      status === 'recorded'
        ? []
        : [breach('P-ORDER', { need: '上一次评估已有结果', found: '尚在进行', mend: '等待本次评估完成' })];
    return judge(command, early, () => ({
      events: [{ type: 'RerunRequested', data: { run: run + 1, reason: command.data.reason } }],
    }));
  },
};
