/** What helps a person to decide: facts to compare, and what fits a design. */
export { deviceName } from './device-name.ts'
export {
  type GpuModelName,
  gpuModels,
  recommendGpuModel,
} from './gpu-models.ts'
export { isWindowsGuest, windowsGuestChanges, withoutWindowsGuest } from './windows-guest.ts'
