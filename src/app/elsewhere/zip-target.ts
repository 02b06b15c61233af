/** The files of a format of others as one zip. */
import type { TargetFile } from '../../core/targets/target.ts'

interface Zip {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * @param name of the VM or the set
 * @param format of the files: a part of the name of the zip
 */
export async function zipTarget(name: string, format: string, files: readonly TargetFile[]): Promise<Zip> {
  const { fileNameOf } = await import('../../core/bundle/file-name.ts')
  const { zipBundle } = await import('../../core/bundle/zip-bundle.ts')
  const folder = `${fileNameOf(name)}-${format}`
  const encoder = new TextEncoder()
  const bytes = zipBundle(
    files.map((file) => ({
      name: file.name,
      bytes: 'bytes' in file ? file.bytes : encoder.encode(file.text),
      executable: 'executable' in file,
    })),
    folder,
  )
  return { name: `${folder}.zip`, mime: 'application/zip', bytes }
}
