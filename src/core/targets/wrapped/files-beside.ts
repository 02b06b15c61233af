/** The images that lie beside the XML: what cloud-init and the installer are told. */
import { renderCloudInit } from '../../cloudinit/index.ts'
import type { Finding, Path } from '../../finding.ts'
import type { HostFacts } from '../../host/index.ts'
import type { Resolved } from '../../resolve/index.ts'
import { seedImage } from '../../seed/index.ts'
import { utf8Encode } from '../../text/index.ts'
import { renderAnswers } from '../../unattended/index.ts'
import type { TargetBytes } from '../target.ts'

/** A file that is to be copied to where the machine looks for it. */
export interface FileBeside {
  readonly file: TargetBytes
  /** Where the machine looks for it; `~/` is the home of whoever runs it. */
  readonly place: string
  /** The place of the design that wants it. */
  readonly path: Path
}

export interface FilesBeside {
  readonly files: readonly FileBeside[]
  readonly findings: readonly Finding[]
}

export function filesBeside(resolved: Resolved, host: HostFacts | undefined): FilesBeside {
  const { design, domain, paths, installation } = resolved
  const isThere = (file: string) => domain.devices?.disks?.some(({ source }) => source?.file === file)
  const cloudInit = renderCloudInit(design, host)
  const files: FileBeside[] = []
  if (cloudInit.files.length > 0 && isThere(paths.seed))
    files.push({
      file: image('seed.iso', 'what cloud-init is told, as a CD', cloudInit.files),
      place: paths.seed,
      path: ['cloud_init'],
    })
  const answers = renderAnswers(resolved)
  const place = installation?.answersFile
  if (answers !== undefined && place !== undefined)
    files.push({
      file: image('answers.iso', 'what the installer is told, as a CD', answers.files, answers.label),
      place,
      path: ['installer', 'unattended'],
    })
  return { files, findings: [...cloudInit.findings, ...(answers?.findings ?? [])] }
}

function image(
  name: string,
  about: string,
  files: readonly { readonly name: string; readonly text: string }[],
  label?: string,
): TargetBytes {
  const bytes = files.map((file) => ({ name: file.name, bytes: utf8Encode(file.text) }))
  return { name, about, bytes: seedImage(bytes, label) }
}
