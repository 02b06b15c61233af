/** The door of form/: fields, groups and device lists drawn by the tables. */
export { barredBy, checkValue } from './check.ts'
export type { DeviceWords } from './describe.ts'
export { fieldAt, shapeAt } from './field-at.ts'
export { useHostChoices } from './host-limits.ts'
export { More } from './More.tsx'
export { SpecForm } from './SpecForm.tsx'
export {
  type AddEntry,
  DeviceListEditor,
  SpecField,
  SpecGroup,
} from './spec-form.tsx'
export { useStanding } from './standing.ts'
