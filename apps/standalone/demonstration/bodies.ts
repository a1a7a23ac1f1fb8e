import type { BodyKind, PostKind } from '#domain/organization/roles';

/** The district does not exist: a code that no district bears, and invented names. */
export const district = '110199';

export interface DemonstrationBody {
  readonly id: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly seriesCode: string | null;
  readonly registration: string | null;
  readonly posts: readonly DemonstrationPost[];
}
export interface DemonstrationPost {
  readonly id: string;
  readonly name: string;
  readonly kind: PostKind;
}

const post = (id: string, name: string, kind: PostKind): DemonstrationPost => ({ id, name, kind });
const handler = post('handler', '经办人', 'handler');
/** Whoever draws up a matter, whoever decides it and whoever signs it off are three people. @rule R-OA-16 */
const organPosts = [handler, post('approver', '审批人', 'approver'), post('leader', '分管负责人', 'leaderInCharge')];
const employerPosts = [
  handler,
  post('pay-officer', '劳资专管员', 'laborPayOfficer'),
  post('technical', '技术负责人', 'technicalManager'),
];

const organ = (
  id: string,
  name: string,
  kind: BodyKind,
  seriesCode: string | null,
  posts: readonly DemonstrationPost[] = organPosts,
): DemonstrationBody => ({ id, name, kind, seriesCode, registration: null, posts });

const builder = (id: string, name: string, kind: BodyKind, registration: string | null = null): DemonstrationBody => ({
  id,
  name,
  kind,
  seriesCode: null,
  registration,
  posts: employerPosts,
});

/** Every body of the demonstration district. */
export const bodies: readonly DemonstrationBody[] = [
  organ('ys-gov', '演示区人民政府', 'districtGovernment', '演政发', [
    handler,
    post('leader', '分管领导', 'leaderInCharge'),
    post('keeper', '补录员', 'recordKeeper'),
  ]),
  organ('ys-drc', '演示区发展和改革委员会', 'developmentReform', '演发改', [
    ...organPosts,
    post('scheduler', '评估调度员', 'scheduler'),
  ]),
  organ('ys-ara', '演示区农业农村局', 'agriculture', '演农发'),
  organ('ys-fin', '演示区财政局', 'finance', '演财'),
  organ('ys-hrss', '演示区人力资源和社会保障局', 'humanResources', '演人社'),
  organ('ys-hou', '演示区住房和城乡建设委员会', 'housingConstruction', '演建'),
  organ('ys-tra', '演示区交通局', 'transport', '演交'),
  organ('ys-wat', '演示区水务局', 'water', '演水'),
  organ('ys-cul', '演示区文化和旅游局', 'cultureTourism', '演文旅'),
  organ('ys-hea', '演示区卫生健康委员会', 'health', '演卫'),
  organ('ys-for', '演示区园林绿化局', 'landscapeForestry', '演园林'),
  organ('ys-spo', '演示区体育局', 'sports', '演体'),
  organ('ys-audit', '演示区审计局', 'audit', '演审', [post('auditor', '审计人员', 'auditor')]),
  organ('ys-xingpo', '演示区杏坡镇人民政府', 'township', '演杏政'),
  organ('ys-yuling', '演示区榆岭镇人民政府', 'township', '演榆政'),
  organ('ys-songquan', '演示区松泉乡人民政府', 'township', '演松政'),
  organ('ys-xingpo-jw', '杏坡村村务监督委员会（演示）', 'villageSupervision', null, [handler]),
  organ('ys-yuling-jw', '榆岭村村务监督委员会（演示）', 'villageSupervision', null, [handler]),
  builder('ys-xingpo-coop', '杏坡村股份经济合作社（演示）', 'villageCollective', 'YS-JT-0001'),
  builder('ys-yuling-coop', '榆岭村股份经济合作社（演示）', 'villageCollective', 'YS-JT-0002'),
  builder('ys-shuijian', '演示区水利建设中心', 'enterprise'),
  builder('ys-jingshi', '演示京石建设工程有限公司', 'enterprise', 'YS-SG-0001'),
  builder('ys-lvye', '演示绿野园林工程有限公司', 'enterprise', 'YS-SG-0002'),
];
