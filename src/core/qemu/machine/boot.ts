/** Firmware, direct kernel boot, boot order. libvirt manual, Operating system booting. */
import type { Domain } from '../../domain/index.ts'
import { type Build, emit, find } from '../build.ts'
import { doubleCommas, options } from '../options.ts'
import { byHand, type Said, said } from '../said.ts'

type Os = NonNullable<Domain['os']>

const container = byHand('It is left out: it starts a container, not a machine.')

export const osSaid: Said<Os> = {
  firmware: said,
  type: said,
  arch: said,
  machine: said,
  firmware_features: said,
  loader: { readonly: said, secure: said, type: said, stateless: said, format: said, value: said },
  nvram: { template: said, template_format: said, type: said, format: said, value: said },
  kernel: said,
  initrd: said,
  cmdline: said,
  dtb: said,
  boot: { dev: said },
  bootmenu: { enable: said, timeout: said },
  smbios: said,
  bios: { useserial: said, reboot_timeout: said },
  init: container,
  initargs: container,
  initenv: container,
  acpi_tables: { type: said, value: said },
}

export function renderFirmware(build: Build): void {
  const os = build.domain.os ?? {}
  if (os.type !== undefined && os.type !== 'hvm' && os.type !== 'linux')
    find(build, 'qemu.unsupported', ['os', 'type'], `QEMU runs whole machines (hvm), not ${os.type}.`)
  if (os.firmware === 'efi' && os.loader?.value === undefined)
    find(
      build,
      'qemu.unsupported',
      ['os', 'firmware'],
      'QEMU does not look for UEFI firmware by itself: name the files in os.loader and os.nvram, or in the host facts. Without them the guest boots with BIOS.',
    )
  const { loader } = os
  if (loader?.value === undefined) return
  if (loader.type === 'pflash') renderFlash(build, os, loader.value)
  else emit(build, '-bios', ['os', 'loader'], loader.value)
}

/**
 * Code and variables as a pair of flash chips. `secure` is a property of the chip: QEMU refuses it on a -drive.
 */
function renderFlash(build: Build, os: Os, code: string): void {
  const { loader, nvram } = os
  if (loader?.secure === true)
    emit(build, '-global', ['os', 'loader', 'secure'], 'driver=cfi.pflash01,property=secure,value=on')
  emit(
    build,
    '-drive',
    ['os', 'loader'],
    options('', {
      if: 'pflash',
      format: loader?.format ?? 'raw',
      unit: 0,
      readonly: loader?.readonly ?? true,
      file: code,
    }),
  )
  if (loader?.stateless === true) {
    if (nvram?.value !== undefined)
      find(build, 'qemu.differs', ['os', 'nvram'], 'A stateless firmware has no variable store.')
    return
  }
  const path = ['os', 'nvram']
  if (nvram === undefined) {
    find(
      build,
      'qemu.differs',
      ['os', 'loader'],
      'The firmware has no variable store: libvirt would make one. Say its template in os.nvram.',
      'warning',
    )
    return
  }
  if (nvram.type === 'network') {
    find(build, 'qemu.unsupported', path, 'A variable store on the network is left out: use a file.')
    return
  }
  const format = nvram.format ?? 'raw'
  const file = nvram.value ?? build.resolved.paths.nvram
  emit(build, '-drive', path, options('', { if: 'pflash', format, unit: 1, file }))
  if (nvram.template === undefined) return
  build.copies.push({ from: nvram.template, to: file, path })
  if (nvram.template_format !== undefined && nvram.template_format !== format)
    find(
      build,
      'qemu.unsupported',
      [...path, 'template_format'],
      `The template is ${nvram.template_format} and the store ${format}: convert it once with qemu-img convert.`,
    )
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
  for (const [index, { dev }] of (build.domain.os?.boot ?? []).entries()) {
    const kind = dev === undefined ? undefined : bootKinds[dev]
    if (kind !== undefined && !build.bootOrder.has(kind)) build.bootOrder.set(kind, index + 1)
  }
}

export function renderBoot(build: Build): void {
  const os = build.domain.os ?? {}
  const { bootmenu, bios } = os
  const path = bootmenu === undefined ? ['os', 'boot'] : ['os', 'bootmenu']
  emit(
    build,
    '-boot',
    path,
    options('', {
      menu: bootmenu?.enable,
      'splash-time': bootmenu?.timeout,
      'reboot-timeout': bios?.reboot_timeout,
      strict: true,
    }),
  )
  if (bios?.useserial === true) build.machine['graphics'] = false
  if (os.kernel !== undefined) emit(build, '-kernel', ['os', 'kernel'], os.kernel)
  for (const [key, option] of [
    ['initrd', '-initrd'],
    ['cmdline', '-append'],
  ] as const) {
    const value = os[key]
    if (value === undefined) continue
    if (os.kernel !== undefined) emit(build, option, ['os', key], value)
    else find(build, 'qemu.unsupported', ['os', key], `${key} is left out: QEMU refuses it without a kernel.`)
  }
  if (os.dtb !== undefined) emit(build, '-dtb', ['os', 'dtb'], os.dtb)
  renderAcpiTables(build, os)
}

function renderAcpiTables(build: Build, os: Os): void {
  for (const [index, { type, value }] of (os.acpi_tables ?? []).entries()) {
    if (value === undefined) continue
    const path = ['os', 'acpi_tables', index]
    const signature = type === 'slic' ? 'sig=SLIC,' : type === 'msdm' ? 'sig=MSDM,' : ''
    if (type === 'rawset')
      find(build, 'qemu.unsupported', path, 'rawset belongs to Xen: name each table as raw.')
    else emit(build, '-acpitable', path, `${signature}file=${doubleCommas(value)}`)
  }
}
