/** A passage that states the work-relief requirement, to be put into a document and made to fit. @rule R-APPR-01 R-FUND-02 */
export const requirementSample =
  '本项目采取以工代赈方式实施。项目单位和施工单位应优先吸纳当地农村劳动力务工，组织开展劳动技能和安全生产培训，' +
  '建立用工名册和劳务报酬发放台账，经务工人员确认后，及时足额将劳务报酬通过银行卡发放至本人。';
