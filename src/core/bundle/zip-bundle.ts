/** A bundle as one zip file. */
import { type Zippable, zipSync } from 'fflate'
import { type BundleFile, fileMode } from './bundle-file.ts'

/** The first moment that a zip file can say. A time without a zone: fflate writes local time, and reads it as such. */
const moment = '1980-01-01T00:00:00'
/** The upper half of the external attributes is st_mode when the file says that it comes from Unix (APPNOTE, 4.4.15). */
const unix = 3
const regularFile = 0o100000

/**
 * The same files give the same bytes, whatever the clock and the time zone; unzip keeps scripts executable.
 *
 * @param directory the one that the zip unpacks to; it has no slash in it
 */
export function zipBundle(files: readonly BundleFile[], directory: string): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const file of files) {
    const { name, bytes } = file
    const mode = regularFile | fileMode(file)
    entries[`${directory}/${name}`] = [
      bytes,
      { os: unix, attrs: (mode << 16) >>> 0, mtime: moment, level: 9 },
    ]
  }
  return zipSync(entries)
}
