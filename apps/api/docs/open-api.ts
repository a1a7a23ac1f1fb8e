import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { commandRequest } from '#contracts/http/commands';
import { loginRequest } from '#contracts/http/session';
import { commandLabel } from '#labels/zh/commands';
import { stageName } from '#labels/zh/stages';
import { definitionOf, type CommandType } from '#domain/registry';
import { personInput } from '#persons/person';
import { accountRequest, passwordRequest } from '../auth/accounts';
import { openCommands } from '../commands/command.controller';
import { roots } from '../commands/places';
import { laterRequest, phrasesRequest, seenRequest } from '../desk/desk';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;
type Schema = Extract<NonNullable<Operation['requestBody']>, { content: unknown }>['content'][string]['schema'];

const shapeOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const refusals = {
  400: problem('填写有误：逐项列出'),
  401: problem('没有登录'),
  403: problem('无权办理'),
  404: problem('没有找到，或无权查看'),
};

const pathOf = (route: string): string => `/api/${route.replace(/:(\w+)/g, '{$1}')}`;
const parametersIn = (route: string) =>
  [...route.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name: name!,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const },
  }));

function commandPath(type: CommandType): [string, PathItem] {
  const { stage, stream, schema, clause, who, via } = definitionOf(type);
  const route = `${roots[stream]}/commands/${type}`;
  const post: Operation = {
    tags: [stageName(stage)],
    operationId: type,
    summary: commandLabel(type),
    description: `依据 ${clause}；由 ${who.join('、')} 办理；${via === 'workflow' ? '经流程引擎' : '直接记录'}`,
    parameters: [
      ...parametersIn(route),
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{8,100}$' },
      },
      {
        name: 'preflight',
        in: 'query',
        required: false,
        schema: { type: 'string', enum: ['1'] },
        description: '只核对，不办理',
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: shapeOf(commandRequest(schema)) } } },
    responses: {
      200: { description: '已记录' },
      202: { description: '已受理，结果见 location' },
      ...refusals,
      409: problem('核对之后又有变化，或办理编号已用于另一项内容'),
      413: problem('内容超过 1 MB'),
      422: problem('不符合规定：逐条列出'),
    },
  };
  return [pathOf(route), { post }];
}

const sending = (summary: string, schema: z.ZodType): Operation => ({
  tags: ['账号与人员'],
  summary,
  requestBody: { required: true, content: { 'application/json': { schema: shapeOf(schema) } } },
  responses: { 200: { description: '完成' }, ...refusals },
});

const reads: readonly (readonly [route: string, summary: string])[] = [
  ['me', '当前登录人'],
  ['boxes', '待办各栏的件数'],
  ['duties', '待办'],
  ['days', '两日之间的工作日、节假日和调休'],
  ['matters', '我发起的、抄送传阅的和督办的事项'],
  ['done', '已办'],
  ['holdings', '各单位、各岗位的在办件数'],
  ['signoffs/:id', '审批事项'],
  ['signoffs/:id/signers', '可请签、请协办、转办和传阅的岗位'],
  ['desk/phrases', '常用意见'],
  ['projects', '项目清单'],
  ['projects/:id', '项目，现在或任一时点'],
  ['projects/:id/people', '花名册（脱敏）'],
  ['projects/:id/attendance', '月考勤'],
  ['projects/:id/wages', '报酬发放期'],
  ['wages/:projectId/:segmentId/:period', '一个发放期'],
  ['streams/:stream/events', '全部记录与被拒绝的操作'],
  ['streams/:stream/verify', '核验'],
  ['commands/:stream/:commandId', '一次办理的结果'],
  ['my', '务工人员本人的工天与报酬'],
  ['bodies', '机构'],
  ['evaluations/:scope/:year', '年度评估'],
  ['plans', '各区年度计划'],
  ['plans/:district/:year', '一区一年的年度计划和项目清单，现在或任一日'],
  ['pool', '储备库'],
  ['schedules', '定时任务'],
  ['changes', '变化推送（SSE）'],
  ['health/live', '存活'],
  ['health/ready', '就绪'],
];

/** The API described from the schemas that guard it. */
export const openApi = (): OpenAPIObject => ({
  openapi: '3.1.0',
  info: {
    title: '以工 Yigong',
    version: '1',
    description: '以工代赈项目办理与监督。不安全的请求须带 X-CSRF（见 GET /api/me）。',
  },
  paths: {
    ...Object.fromEntries(
      reads.map(([route, summary]) => [
        pathOf(route),
        {
          get: {
            tags: ['查看'],
            summary,
            parameters: parametersIn(route),
            responses: { 200: { description: '结果' }, ...refusals },
          },
        },
      ]),
    ),
    '/api/session': {
      post: sending('登录', loginRequest),
      delete: { tags: ['账号与人员'], summary: '退出', responses: { 204: { description: '已退出' } } },
    },
    '/api/accounts': { post: sending('设立账号', accountRequest) },
    '/api/accounts/{login}': { patch: { ...sending('修改密码', passwordRequest), parameters: parametersIn(':login') } },
    '/api/desk/seen': { post: sending('记下已看过的版本', seenRequest) },
    '/api/desk/later': { post: sending('稍后处理', laterRequest) },
    '/api/desk/phrases': { post: sending('保存常用意见', phrasesRequest) },
    '/api/persons': { post: sending('实名登记', personInput) },
    ...Object.fromEntries(openCommands.map(commandPath)),
  },
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yigong' } },
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          instance: { type: 'string' },
          faults: { type: 'array', items: { type: 'object' } },
          breaches: { type: 'array', items: { type: 'object' } },
          revision: { type: 'integer' },
        },
      },
    },
  },
  security: [{ session: [] }],
});
