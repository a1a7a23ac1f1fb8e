export { requirementClause as requirementSample } from '#domain/document/requirement';
