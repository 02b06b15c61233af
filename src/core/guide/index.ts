/** What helps a person to decide: facts to compare, and what fits a design. */

export { deviceName } from './device-name.ts'
export { displayPortWords, isPortAutomatic } from './display-port.ts'
export {
  type GpuModelName,
  gpuModels,
  recommendGpuModel,
} from './gpu-models.ts'
export { lookingGlassMemoryMiB, type Screen } from './looking-glass.ts'
export {
  hypervEnlightenments,
  isWindowsGuest,
  windowsClock,
  windowsGuestChanges,
  withoutWindowsGuest,
} from './windows-guest.ts'
