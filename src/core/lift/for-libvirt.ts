/** A design that was made for QEMU alone, as libvirt runs it. */
import type { Design, VmSpec } from '../spec/index.ts'

type Devices = NonNullable<NonNullable<VmSpec['libvirt']>['devices']>
type Interface = NonNullable<Devices['interfaces']>[number]

/**
 * The design for libvirt, whatever runs it otherwise. What only QEMU itself can do becomes what libvirt has for it: its
 * user network forwards no ports ("can only be used with the 'passt' backend"), and a QEMU that it starts has no terminal
 * that a serial port could be at.
 */
export function forLibvirt(design: Design): Design {
  const { spec } = design
  const { devices } = spec.libvirt ?? {}
  const changed: VmSpec = { ...spec, backend: 'libvirt' }
  if (spec.backend !== 'qemu' || devices === undefined) return { ...design, spec: changed }
  const { interfaces, serial, console } = devices
  return {
    ...design,
    spec: {
      ...changed,
      libvirt: {
        ...spec.libvirt,
        devices: {
          ...devices,
          ...(interfaces === undefined ? {} : { interfaces: interfaces.map(withPasst) }),
          ...(serial === undefined ? {} : { serial: serial.map(withoutTerminal) }),
          ...(console === undefined ? {} : { console: console.map(withoutTerminal) }),
        },
      },
    },
  }
}

function withPasst(device: Interface): Interface {
  const { type, backend, port_forwards: forwards = [] } = device
  const isSlirp = (type ?? 'user') === 'user' && backend?.type === 'default'
  return isSlirp && (forwards.length > 0 || backend.hostname !== undefined)
    ? { ...device, backend: { ...backend, type: 'passt' } }
    : device
}

function withoutTerminal<T extends { readonly type?: string | undefined }>(device: T): T {
  return device.type === 'stdio' ? { ...device, type: 'pty' } : device
}
