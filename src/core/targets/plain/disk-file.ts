/** Where the data of a disk is, for formats that name files: beside them what a script makes, else where it was. */
import { usualDiskSize } from '../../bundle/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { line, wholePath } from './codecs.ts'
import { rootImage } from './image.ts'
import type { Part } from './part.ts'
import type { Saying } from './saying.ts'

export interface DiskFile {
  /** The name of a file beside the others, or a path from the root. */
  readonly path: string
  readonly isBeside: boolean
  /** Lines of a script that make it. */
  readonly lines: readonly string[]
}

export const seedName = 'seed.iso'

/**
 * @param folder of the script, for files beside it
 * @returns undefined for what is no file and no block device, or lies in a home
 */
export function takeDiskFile(saying: Saying, part: Part, index: number): DiskFile | undefined {
  const { resolved } = saying
  const type = part.text('type') ?? 'file'
  const file = part.text('source.file')
  if (type === 'block') {
    const path = part.take('source.dev', wholePath)
    if (path !== undefined) part.pass('type', 'block')
    return path === undefined ? undefined : { path, isBeside: false, lines: [] }
  }
  if (type !== 'file' || file === undefined) return undefined
  part.pass('type', 'file')
  part.pass('driver.name', 'qemu')
  if (index === saying.seedIndex) {
    part.take('source.file', () => true)
    part.pass('driver.type', 'raw')
    return { path: seedName, isBeside: true, lines: [] }
  }
  const format = part.take('driver.type', (held) => (held === 'qcow2' || held === 'raw' ? held : undefined))
  const made = resolved.newDisks.find((disk) => disk.file === file)
  const name = `${/^[a-z][a-z\d]{1,14}$/.exec(part.text('target.dev') ?? '')?.[0] ?? `disk${index}`}.${format ?? 'qcow2'}`
  if (made !== undefined) {
    lackOfPlace(saying, part)
    const bytes = Math.floor(sizeInBytes(made.size ?? '') ?? usualDiskSize)
    const lines = [`[ -e ${name} ] || qemu-img create -q -f ${format ?? 'qcow2'} ${name} ${bytes}\n`]
    return { path: name, isBeside: true, lines }
  }
  const image = rootImage(resolved)
  if (image === undefined || image.index !== index || image.isDisk) {
    const path = part.take('source.file', wholePath)
    return path === undefined ? undefined : { path, isBeside: false, lines: [] }
  }
  if (file === resolved.paths.disk) part.take('source.file', line)
  else lackOfPlace(saying, part)
  const bytes = sizeInBytes(resolved.design.spec.disk_size ?? '')
  return {
    path: name,
    isBeside: true,
    lines: [
      ...image.lines,
      `[ -e ${name} ] || {\n  qemu-img convert -O ${format ?? 'qcow2'} "$image" ${name}.part\n`,
      bytes === undefined
        ? ''
        : `  qemu-img resize -q -f ${format ?? 'qcow2'} ${name}.part ${Math.floor(bytes)}\n`,
      `  mv ${name}.part ${name}\n}\n`,
    ],
  }
}

function lackOfPlace(saying: Saying, part: Part): void {
  part.take('source.file', () => true)
  saying.lacks.push({
    path: [...part.path, 'source', 'file'],
    message: 'The disk is made beside the other files.',
    byHand: 'Move it, and change its path there.',
    inPart: true,
    severity: 'advice',
  })
}

/** The CD of cloud-init, where its texts go over by themselves. */
export function passSeed(part: Part): void {
  part.take('source.file', () => true)
  part.pass('type', 'file')
  part.pass('device', 'cdrom')
  part.pass('readonly', true)
  part.pass('driver', { name: 'qemu', type: 'raw' })
  part.take('target', () => true)
}
