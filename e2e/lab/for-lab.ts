/** A design as the lab can start it: emulated, small, and without what only other hosts have. */
import type { Domain } from '../../src/core/index.ts'

export interface ForLab {
  readonly domain: Domain
  /** What was taken away or replaced, in words; nothing when the design starts as it is. */
  readonly instead: readonly string[]
  /** Why it can't be started at all. */
  readonly never?: string
}

type Devices = NonNullable<Domain['devices']>

/**
 * @param imageOf the path of an empty image in that format
 * @param directory one that may be shared
 */
export function forLab(domain: Domain, imageOf: (format: string) => string, directory: string): ForLab {
  const instead: string[] = []
  const drop = (words: string, isThere: unknown) => {
    if (isThere !== undefined && (!Array.isArray(isThere) || isThere.length > 0)) instead.push(words)
  }
  const { cputune, memory_backing: backing, launch_security: launch, devices = {}, ...rest } = domain
  if (launch !== undefined) return { domain, instead, never: `needs ${launch.type ?? 'launch security'}` }
  drop('no pins', cputune)
  drop('no huge pages', backing?.hugepages)
  drop('memory that is not locked', backing?.locked === true ? true : undefined)
  const { hugepages: _, locked: __, ...otherBacking } = backing ?? {}
  return {
    domain: {
      ...rest,
      type: 'qemu',
      memory: { value: '256 MiB' },
      current_memory: '256 MiB',
      cpu: { mode: 'maximum', ...(rest.cpu?.topology && { topology: rest.cpu.topology }) },
      ...(backing && { memory_backing: otherBacking }),
      devices: devicesForLab(devices, imageOf, directory, instead, drop),
    },
    instead,
  }
}

function devicesForLab(
  devices: Devices,
  imageOf: (format: string) => string,
  directory: string,
  instead: string[],
  drop: (words: string, isThere: unknown) => void,
): Devices {
  const { hostdevs, vsock, ...rest } = devices
  drop('no host devices', hostdevs)
  drop('no vsock', vsock)
  const evdev = rest.inputs?.filter(({ type }) => type === 'evdev')
  drop('no evdev', evdev)
  const isOfHost = ({ type }: { readonly type?: string | undefined }) => type !== 'user'
  if (rest.interfaces?.some(isOfHost)) instead.push('a user network')
  return {
    ...rest,
    ...(rest.inputs && { inputs: rest.inputs.filter(({ type }) => type !== 'evdev') }),
    disks: (rest.disks ?? []).map((disk) => ({
      ...disk,
      type: 'file' as const,
      driver: { name: 'qemu', type: disk.driver?.type ?? 'raw', ...withIothread(disk.driver?.iothread) },
      source: { file: imageOf(disk.driver?.type ?? 'raw') },
    })),
    interfaces: (rest.interfaces ?? []).map((device) =>
      isOfHost(device) ? { type: 'user' as const, ...(device.model && { model: device.model }) } : device,
    ),
    filesystems: (rest.filesystems ?? []).map(({ binary, ...share }) => {
      // Where the program is, is a fact of the other host.
      const { path: _, ...options } = binary ?? {}
      return { ...share, ...(binary && { binary: options }), source: { dir: directory } }
    }),
  }
}

function withIothread(iothread: number | undefined) {
  return iothread === undefined ? {} : { iothread }
}
