/** What the readers of all families share. */
export { type Bus, busesOf, hasBoardUsb } from './buses.ts'
export { OptionInHand } from './option-in-hand.ts'
export { type ReadDevice, Reading } from './reading.ts'
export { busOfDriver, hex, takeAddress } from './take-address.ts'
export {
  isVirtio,
  takeAlias,
  takeBackend,
  takeCommon,
  takeSeat,
  takeWord,
  virtioModel,
} from './take-device.ts'
export { dropDerived, joined, takeProperties } from './take-properties.ts'
