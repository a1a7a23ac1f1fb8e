import { check, type Check } from '../rules';
import { laborPartyTypes, type LaborPartyType } from './organization';

const labels: Record<LaborPartyType, string> = {
  districtDepartment: '区级部门',
  owner: '项目业主',
  contractor: '施工单位',
  township: '乡镇',
  collective: '集体经济组织',
};

const leastParties = 4;

/** Who sits in the labor coordination mechanism. @clause CL-32 */
export const laborMechanismRules: readonly Check<{ partyTypes: readonly LaborPartyType[] }>[] = [
  check('R-COORD-01', ({ partyTypes }) => {
    const present = laborPartyTypes.filter((type) => partyTypes.includes(type));
    return {
      holds: present.length >= leastParties,
      need: `成员至少 ${leastParties} 类：${laborPartyTypes.map((type) => labels[type]).join('、')}`,
      found: `${present.length} 类：${present.map((type) => labels[type]).join('、')}`,
      mend: '补充区级部门、业主、施工单位、乡镇等成员后再建立',
      field: 'partyTypes',
    };
  }),
];
