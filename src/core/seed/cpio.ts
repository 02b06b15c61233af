/**
 * An archive of cpio in its new form, as the kernel unpacks it before an initrd that stands behind it.
 * Linux, Documentation/driver-api/early-userspace/buffer-format.rst.
 */
import { utf8Encode } from '../text/index.ts'
import { ascii, unitsFor } from './bytes.ts'
import { assertSeedFiles, type SeedFile } from './seed-file.ts'

/** A regular file that its owner reads and writes: there is a password's hash in it. */
const mode = 0o100600
/** The whole is as long as a number of these, so that what follows begins where any reader looks. */
const blockBytes = 512

/**
 * Files at the root, owned by root, dated 1970, so that the same files give the same bytes.
 *
 * @throws RangeError for a name that `isSeedFileName` does not take, and for one that is there twice
 */
export function cpioArchive(files: readonly SeedFile[]): Uint8Array<ArrayBuffer> {
  assertSeedFiles(files)
  const parts = [
    ...files.flatMap(({ name, bytes }, index) => [
      header(index + 1, mode, name, bytes.length),
      padded(bytes),
    ]),
    header(0, 0, 'TRAILER!!!', 0),
  ]
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const archive = new Uint8Array(unitsFor(length, blockBytes) * blockBytes)
  let at = 0
  for (const part of parts) {
    archive.set(part, at)
    at += part.length
  }
  return archive
}

/** Magic, thirteen numbers of eight hexadecimal digits, the name with a NUL, up to a multiple of four. */
function header(inode: number, fileMode: number, name: string, size: number): Uint8Array {
  const nameBytes = [...utf8Encode(name), 0]
  const numbers = [inode, fileMode, 0, 0, 1, 0, size, 0, 0, 0, 0, nameBytes.length, 0]
  const digits = numbers.map((number) => number.toString(16).toUpperCase().padStart(8, '0')).join('')
  return padded(Uint8Array.from([...ascii(`070701${digits}`), ...nameBytes]))
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(unitsFor(bytes.length, 4) * 4)
  whole.set(bytes)
  return whole
}
