import type { Handlers } from '../handlers';
import type { Project } from '../project';
import { breach, broken, judge, type Breach } from '../rules';
import type { acceptanceCommands, AcceptanceEvents } from './messages';
import { acceptanceGates, fileRules, reservedPay, signersOf, signRules } from './rules';

const inAcceptance = ({ phase }: Project): Breach[] =>
  phase === 'acceptance'
    ? []
    : [
        breach('P-ORDER', {
          need: '项目处于竣工验收阶段',
          found: phase === 'maintenance' ? '验收已经备案' : '各用工环节尚未全部结清',
          mend: phase === 'maintenance' ? '无需重复办理' : '先结清各用工环节的报酬',
        }),
      ];

/** @clause CL-51 */
export const decideAcceptance: Handlers<Project, typeof acceptanceCommands, AcceptanceEvents> = {
  prepareAcceptanceFile: (project, command, { projectHiring, projectTraining, projectPay }) => {
    const { netFen, receivedFen, disputedFen, lines, openLines } = projectPay;
    const file = {
      edition: project.acceptance.editions + 1,
      hiring: projectHiring,
      training: projectTraining,
      pay: { netFen, receivedFen, disputedFen, lines },
      reserved: reservedPay(project),
      ...command.data,
    };
    const signed =
      project.acceptance.signatures.length > 0
        ? [breach('P-ONCE', { need: '尚无单位签署', found: '已有单位签署', mend: '签署不合格意见后可重新编制' })]
        : [];
    const breaches = [...inAcceptance(project), ...signed, ...broken(fileRules, { project, file, openLines })];
    return judge(command, breaches, () => ({ events: [{ type: 'AcceptanceFilePrepared', data: file }] }));
  },

  signAcceptance: (project, command) => {
    const { actor, data } = command;
    const { file, signatures } = project.acceptance;
    const breaches = [
      ...inAcceptance(project),
      ...(file ? [] : [breach('P-ORDER', { need: '已编制验收材料', found: '尚未编制', mend: '由业主先编制验收材料' })]),
      ...(file && file.edition !== data.edition
        ? [
            breach('P-STALE', {
              need: `第 ${file.edition} 版验收材料`,
              found: `第 ${data.edition} 版`,
              mend: '核对最新一版后再签署',
            }),
          ]
        : []),
      ...(signatures.some(({ body }) => body === actor.body)
        ? [breach('P-ONCE', { need: '本单位尚未签署', found: '已经签署', mend: '无需重复签署' })]
        : []),
      ...broken(signRules, { project, actor }),
    ];
    return judge(command, breaches, () => {
      const signed = [...signatures.map(({ body }) => body), actor.body];
      const complete = data.verdict === 'qualified' && signersOf(project).every((body) => signed.includes(body));
      return { events: [{ type: 'AcceptanceSigned', data: { body: actor.body, ...data, complete } }] };
    });
  },

  fileAcceptance: (project, command, facts) =>
    judge(command, [...inAcceptance(project), ...broken(acceptanceGates, { project, facts, on: facts.on })], () => ({
      events: [{ type: 'AcceptanceFiled', data: command.data }],
      claims: [{ kind: 'documentNumber', key: command.data.number, holder: `acceptance/${project.id}` }],
    })),
};
