/**
 * What a Windows guest wants to be told so that it behaves well as a guest.
 * Sources: libvirt manual, Hypervisor features and Time keeping; QEMU's docs/system/i386/hyperv.rst; the same set that
 * virt-install writes for Windows.
 */
import type { Change, Path } from '../finding.ts'
import type { VmSpec } from '../spec/index.ts'

const hyperv: Path = ['libvirt', 'features', 'hyperv']
const clock: Path = ['libvirt', 'clock']

/** What Windows asks of a hypervisor, by its key below `features.hyperv`. */
export const hypervEnlightenments = {
  relaxed: 'on',
  vapic: 'on',
  spinlocks: { state: 'on', retries: 8191 },
  vpindex: 'on',
  runtime: 'on',
  synic: 'on',
  stimer: { state: 'on' },
  frequencies: 'on',
  tlbflush: { state: 'on' },
  ipi: 'on',
} as const

/** The clock of Windows. */
export const windowsClock = {
  offset: 'localtime',
  timers: [
    { name: 'rtc', tickpolicy: 'catchup' },
    { name: 'pit', tickpolicy: 'delay' },
    { name: 'hpet', present: 'no' },
    { name: 'hypervclock', present: 'yes' },
  ],
} as const

const { timers } = windowsClock

/**
 * What makes a design one for Windows: Hyper-V enlightenments, a clock in local time and the timers that Windows keeps
 * time by. What the design says of them already stays.
 */
export function windowsGuestChanges(spec: VmSpec): readonly Change[] {
  const saidHyperv = spec.libvirt?.features?.hyperv ?? {}
  const saidTimers = spec.libvirt?.clock?.timers ?? []
  const missing = timers.filter(({ name }) => !saidTimers.some((timer) => timer.name === name))
  return [
    ...Object.entries(hypervEnlightenments)
      .filter(([key]) => !Object.hasOwn(saidHyperv, key))
      .map(([key, value]) => ({ path: [...hyperv, key], value })),
    ...(spec.libvirt?.clock?.offset === undefined
      ? [{ path: [...clock, 'offset'], value: windowsClock.offset }]
      : []),
    ...(missing.length === 0 ? [] : [{ path: [...clock, 'timers'], value: [...saidTimers, ...missing] }]),
  ]
}

/** What takes it away again: only what is as `windowsGuestChanges` sets it. */
export function withoutWindowsGuest(spec: VmSpec): readonly Change[] {
  const saidHyperv: object = spec.libvirt?.features?.hyperv ?? {}
  const saidTimers = spec.libvirt?.clock?.timers ?? []
  const ours = Object.entries(hypervEnlightenments).filter(([key, value]) =>
    isSame(Reflect.get(saidHyperv, key), value),
  )
  const kept = saidTimers.filter((timer) => !timers.some((one) => isSame(timer, one)))
  const timerChange: readonly Change[] =
    kept.length === saidTimers.length
      ? []
      : [{ path: [...clock, 'timers'], ...(kept.length === 0 ? {} : { value: kept }) }]
  return [
    ...ours.map(([key]) => ({ path: [...hyperv, key] })),
    ...(spec.libvirt?.clock?.offset === windowsClock.offset ? [{ path: [...clock, 'offset'] }] : []),
    ...timerChange,
  ]
}

/** True when nothing is missing of what Windows wants to be told, whatever else is said. */
export function isWindowsGuest(spec: VmSpec): boolean {
  return windowsGuestChanges(spec).length === 0
}

/** Equal as JSON, whatever the order of the keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
    return one === other
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => isSame(Reflect.get(one, key), Reflect.get(other, key)))
  )
}
