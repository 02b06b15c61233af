/** The firmware and its variables. libvirt manual, BIOS bootloader; QEMU, docs/system: pflash0 and pflash1 of a machine. */
import type { Domain } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, hasQemu, leftOut, report } from '../build/index.ts'
import { device, emit, emitPairs } from '../writing/index.ts'

type Os = NonNullable<Domain['os']>

export function renderFirmware(build: Build): void {
  const os = build.domain.os ?? {}
  if (os.type !== undefined && os.type !== 'hvm' && os.type !== 'linux')
    leftOut(build, ['os', 'type'], `QEMU runs whole machines (hvm), not ${os.type}.`)
  if (os.firmware === 'efi' && os.loader?.value === undefined)
    leftOut(
      build,
      ['os', 'firmware'],
      'QEMU does not look for UEFI firmware by itself: name the files in os.loader and os.nvram, or in the host facts. Without them the guest boots with BIOS.',
    )
  renderVariableStore(build, os)
  const { loader } = os
  if (loader?.value === undefined) return
  if (loader.type === 'pflash') renderFlash(build, os, loader.value)
  else emit(build, '-bios', ['os', 'loader'], loader.value)
}

/** Code and variables as a pair of flash chips. */
function renderFlash(build: Build, os: Os, code: string): void {
  const { loader, nvram } = os
  if (loader?.secure === true)
    emit(build, '-global', ['os', 'loader', 'secure'], 'driver=cfi.pflash01,property=secure,value=on')
  const isReadOnly = loader?.readonly ?? true
  chip(build, 0, { file: code, format: loader?.format ?? 'raw', isReadOnly }, ['os', 'loader'])
  if (loader?.stateless === true) {
    if (nvram?.value !== undefined)
      report(build, 'qemu.differs', ['os', 'nvram'], 'A stateless firmware has no variable store.')
    return
  }
  const path = ['os', 'nvram']
  if (nvram === undefined) {
    // Firmware that is written to holds its variables itself.
    if (!isReadOnly) return
    report(
      build,
      'qemu.differs',
      ['os', 'loader'],
      'The firmware has no variable store: libvirt would make one. Say its template in os.nvram.',
      'warning',
    )
    return
  }
  const { source } = nvram
  if (nvram.type !== undefined && nvram.type !== 'file' && nvram.type !== 'block') {
    leftOut(
      build,
      path,
      `A variable store of the type ${nvram.type} is left out: use a file, or name it with -blockdev and -machine pflash1=….`,
    )
    return
  }
  const format = nvram.format ?? 'raw'
  const file = nvram.value ?? source?.file ?? source?.dev ?? build.resolved.paths.nvram
  chip(build, 1, { file, format, isReadOnly: false }, path)
  if (nvram.template === undefined) return
  build.copies.push({ from: nvram.template, to: file, path })
  if (nvram.template_format !== undefined && nvram.template_format !== format)
    leftOut(
      build,
      [...path, 'template_format'],
      `The template is ${nvram.template_format} and the store ${format}: convert it once with qemu-img convert.`,
    )
}

interface Image {
  readonly file: string
  readonly format: string
  readonly isReadOnly: boolean
}

/** The name of the block device that a chip is; libvirt's. */
export function flashNode(unit: 0 | 1, layer: 'format' | 'storage'): string {
  return `libvirt-pflash${unit}-${layer}`
}

/**
 * As libvirt does it where the board has a property for each chip: `secure` is a property of the chip, which QEMU
 * refuses on a -drive, and drives are numbered across all of the command line.
 */
function chip(build: Build, unit: 0 | 1, { file, format, isReadOnly }: Image, path: Path): void {
  const machine = build.domain.os?.machine ?? ''
  if (build.board === 'other' && !/^virt(?:-|$)/.test(machine)) {
    const readonly = isReadOnly ? true : undefined
    emitPairs(build, '-drive', path, '', { if: 'pflash', format, unit, readonly, file })
    return
  }
  const storage = flashNode(unit, 'storage')
  const node = flashNode(unit, 'format')
  emitPairs(build, '-blockdev', path, '', {
    driver: 'file',
    filename: file,
    'node-name': storage,
    'auto-read-only': true,
    discard: 'unmap',
  })
  emitPairs(build, '-blockdev', path, '', {
    'node-name': node,
    'read-only': isReadOnly,
    driver: format,
    file: storage,
  })
  build.machine[`pflash${unit}`] = node
}

/** Variables that QEMU keeps for the firmware, as JSON. */
function renderVariableStore(build: Build, { varstore }: Os): void {
  if (varstore === undefined) return
  const path = ['os', 'varstore']
  if (!hasQemu(build, '10.0')) {
    leftOut(build, path, 'The variable store is left out: it came with QEMU 10.0.')
    return
  }
  const file = varstore.path ?? `${build.stateDir}/${build.domain.name ?? 'vm'}_VARS.json`
  device(build, build.isX86 ? 'uefi-vars-x64' : 'uefi-vars-sysbus', path, { jsonfile: file })
  if (varstore.template !== undefined) build.copies.push({ from: varstore.template, to: file, path })
}
