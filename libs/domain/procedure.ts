import { isSystem } from './actor';
import type { Command } from './command';
import type { AnyFacts } from './facts';
import { notDeputy } from './organization/acting';
import { rolesOf } from './organization/authority';
import type { Project } from './project';
import { definitionOf, isCommandType, isCountersigned, type CommandType } from './registry';
import { breach, isProcedure, type Breach } from './rules';
import { brokenWithoutMatter } from './signoff/matter-acts';
import { traitsOf } from './signoff/traits';
import type { StreamState } from './state';
import { kindOf } from './stream';
import { subjectFor } from './subjects';

/** What every command is held to before the rules of its stage. @clause CL-24 */
export function procedure(state: StreamState, command: Command, facts: AnyFacts): Breach[] {
  if (!isCommandType(command.type)) throw new Error(`unknown command ${command.type}`);
  const definition = definitionOf(command.type);
  const exists = subjectFor(kindOf(state.stream)).exists(state.subject);
  if (definition.creates && exists) {
    return [breach('P-ONCE', { need: '尚未建立', found: '已经建立', mend: '打开已有的记录继续办理' })];
  }
  if (!definition.creates && !exists && !isFoundation(command)) {
    return [breach('P-UNKNOWN', { need: '已建立的记录', found: '没有找到', mend: '核对编号后重试' })];
  }
  return [
    ...notEntitled(state, command, facts),
    ...notCountersigned(command, facts),
    ...halted(state, command),
    ...stale(state, command),
    ...outOfTime(state, command),
  ];
}

/** Rulebooks need no founding act: their first entry begins them. */
const isFoundation = ({ stream }: Command): boolean => kindOf(stream) === 'rulebook';

function notEntitled(state: StreamState, command: Command, facts: AnyFacts): Breach[] {
  const { who } = definitionOf(command.type as Parameters<typeof definitionOf>[0]);
  const absent = notInOffice(state, command, facts);
  if (absent.length > 0) return absent;
  const held = rolesOf(command.actor, facts.authority, state);
  if (who.some((role) => held.includes(role))) return [];
  return [
    breach('P-WHO', {
      need: who.join(' / '),
      found: held.join(' / ') || '与本项目无关的岗位',
      mend: '由有权办理的单位办理',
    }),
  ];
}

/** From a post that one holds, or for a holder by whom one was asked to. @rule R-OA-13 */
function notInOffice(state: StreamState, command: Command, { authority }: AnyFacts): Breach[] {
  const { actor, at } = command;
  const { onBehalfOf } = actor;
  if (onBehalfOf) {
    const standing = authority.deputy ?? { delegation: null, inForce: false, inOffice: false };
    return notDeputy(standing, { ...actor, onBehalfOf }, at, traitsOf(state, command, authority.district ?? ''));
  }
  return authority.holds
    ? []
    : [
        breach('P-WHO', {
          need: '在任的岗位',
          found: '您当日不在该岗位',
          mend: '由在任人员办理，或先在机构中登记任职',
        }),
      ];
}

/** An office's decision is given by the agreed end of its matter; what is entered from papers was signed on paper. */
function notCountersigned({ type, basis, backfilled }: Command, { authority }: AnyFacts): Breach[] {
  const rule = isCountersigned(type, authority.bodyKind) ? brokenWithoutMatter[type] : null;
  if (rule === null || backfilled || (basis && 'signoff' in basis)) return [];
  const compared = { need: '会签办结后办理', found: '直接办理', mend: '由会签办理：在项目页发起会签' };
  const { clause } = definitionOf(type as CommandType);
  return [{ ...breach(rule, compared), ...(isProcedure(rule) && { clause }) }];
}

const steering = new Set(['resumeProject', 'cancelProject', 'correctEvent']);

function halted(state: StreamState, { type, actor }: Command): Breach[] {
  if (kindOf(state.stream) !== 'project' || isSystem(actor)) return [];
  const { status } = state.subject as Project;
  if (status === 'suspended' && !steering.has(type)) {
    return [breach('P-HALTED', { need: '项目未暂停', found: '已暂停', mend: '由区人民政府办理“恢复项目”后再办理' })];
  }
  if ((status === 'cancelled' || status === 'closed') && type !== 'correctEvent') {
    return [
      breach('P-HALTED', {
        need: '项目在办',
        found: status === 'closed' ? '已办结' : '已撤销',
        mend: '已结束的项目只能更正记录',
      }),
    ];
  }
  return [];
}

/**
 * What follows from another stream's event rests on that event, not on what somebody read here; what comes of a sign-off on all that
 * bears on it, and not on the day's work that went on meanwhile.
 */
function stale(
  { substantive, bearing, version }: StreamState,
  { type, readRevision, actor, basis }: Command,
): Breach[] {
  const last = basis && 'signoff' in basis ? bearing : substantive;
  const { restsOnRevision } = definitionOf(type as Parameters<typeof definitionOf>[0]);
  if (
    !restsOnRevision ||
    isSystem(actor) ||
    (readRevision !== undefined && readRevision >= last && readRevision <= version)
  )
    return [];
  return [
    breach('P-STALE', {
      need: `您核对的是最新的第 ${last} 号记录`,
      found: readRevision === undefined ? '未说明核对到哪一号记录' : `第 ${readRevision} 号记录`,
      mend: '查看其后的变化，核对后再办理',
    }),
  ];
}

function outOfTime({ lastOccurredAt, backfilling }: StreamState, { at, backfilled }: Command): Breach[] {
  if (backfilled && lastOccurredAt !== null && !backfilling) {
    return [breach('P-TIME', { need: '尚在补录的记录', found: '已有当时办理的记录', mend: '补录已结束，用更正办理' })];
  }
  if (lastOccurredAt !== null && at < lastOccurredAt && backfilled) {
    return [breach('P-TIME', { need: `不早于 ${lastOccurredAt}`, found: at, mend: '按发生的先后顺序补录' })];
  }
  return [];
}
