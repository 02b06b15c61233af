/** Direct kernel boot, boot order. libvirt manual, Operating system booting. */
import type { Domain } from '../../domain/index.ts'
import { type Build, hasQemu, leftOut } from '../build/index.ts'
import { byHand, type Decisions, written, writtenIn } from '../decisions/index.ts'
import { emit, emitPairs } from '../writing/index.ts'

type Os = NonNullable<Domain['os']>

const container = byHand('It is left out: it starts a container, not a machine.')

export const osDecisions: Decisions<Os> = {
  ...writtenIn<Os>()('firmware type arch machine firmware_features'),
  loader: {
    ...writtenIn<NonNullable<Os['loader']>>()('readonly secure type stateless format value'),
  },
  nvram: {
    ...writtenIn<NonNullable<Os['nvram']>>()('template template_format type format value source'),
  },
  varstore: { template: written, path: written },
  ...writtenIn<Os>()('kernel initrd cmdline dtb shim'),
  boot: { dev: written },
  bootmenu: { enable: written, timeout: written },
  smbios: written,
  bios: { useserial: written, reboot_timeout: written },
  init: container,
  initargs: container,
  initdir: container,
  inituser: container,
  initgroup: container,
  initenv: container,
  root: byHand('It is left out: it belongs to Xen.'),
  acpi_tables: { type: written, value: written },
}

const bootKinds: Readonly<Record<string, string>> = {
  hd: 'disk',
  cdrom: 'cdrom',
  fd: 'floppy',
  network: 'network',
}

/**
 * The boot list of the machine becomes places in the boot order of devices: UEFI does not look at `-boot order=`.
 * libvirt does the same with the first device of each kind.
 */
export function planBootOrder(build: Build): void {
  const { boot = [] } = build.domain.os ?? {}
  for (const [index, { dev }] of boot.entries()) {
    const kind = dev === undefined ? undefined : bootKinds[dev]
    if (kind !== undefined && !build.bootOrder.has(kind)) build.bootOrder.set(kind, index + 1)
  }
  // `virDomainDefBootOrderPostParse`: a domain that says nothing boots from its first disk.
  if (boot.length === 0 && !hasOwnOrder(build)) build.bootOrder.set('disk', 1)
}

function hasOwnOrder({ devices }: Build): boolean {
  const lists: readonly (readonly Bootable[] | undefined)[] = [
    devices.disks,
    devices.interfaces,
    devices.hostdevs,
    devices.redirdev,
    devices.filesystems,
  ]
  return lists.some((list) => list?.some(({ boot }) => boot?.order !== undefined) === true)
}

interface Bootable {
  readonly boot?: { readonly order?: number | undefined } | undefined
}

export function renderBoot(build: Build): void {
  const os = build.domain.os ?? {}
  const { bootmenu, bios } = os
  const path = bootmenu === undefined ? ['os', 'boot'] : ['os', 'bootmenu']
  emitPairs(build, '-boot', path, '', {
    menu: bootmenu?.enable,
    'splash-time': bootmenu?.timeout,
    'reboot-timeout': bios?.reboot_timeout,
    strict: true,
  })
  if (bios?.useserial === true) build.machine['graphics'] = false
  if (os.kernel !== undefined) emit(build, '-kernel', ['os', 'kernel'], os.kernel)
  for (const [key, option] of [
    ['initrd', '-initrd'],
    ['cmdline', '-append'],
  ] as const) {
    const value = os[key]
    if (value === undefined) continue
    if (os.kernel !== undefined) emit(build, option, ['os', key], value)
    else leftOut(build, ['os', key], `${key} is left out: QEMU refuses it without a kernel.`)
  }
  if (os.dtb !== undefined) emit(build, '-dtb', ['os', 'dtb'], os.dtb)
  if (os.shim !== undefined)
    if (os.kernel !== undefined && hasQemu(build, '10.0')) emit(build, '-shim', ['os', 'shim'], os.shim)
    else leftOut(build, ['os', 'shim'], 'The shim is left out: QEMU takes one with a kernel, from 10.0.')
  renderAcpiTables(build, os)
}

/** Tables that libvirt names: the signature that QEMU gives them. */
export const signatures: Readonly<Record<string, string>> = { slic: 'SLIC', msdm: 'MSDM' }

function renderAcpiTables(build: Build, os: Os): void {
  for (const [index, { type, value }] of (os.acpi_tables ?? []).entries()) {
    if (value === undefined) continue
    const path = ['os', 'acpi_tables', index]
    const signature = type === undefined ? undefined : signatures[type]
    if (type === 'rawset') leftOut(build, path, 'rawset belongs to Xen: name each table as raw.')
    else emitPairs(build, '-acpitable', path, '', { sig: signature, file: value })
  }
}
