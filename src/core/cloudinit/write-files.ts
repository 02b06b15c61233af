/** Files that the author wants in the guest. cloud-init, Write Files. */
import type { Finding } from '../finding.ts'
import type { Design } from '../spec/index.ts'

export interface WrittenFile {
  readonly path: string
  readonly content?: string
  readonly owner?: string
  readonly permissions?: string
  readonly encoding?: string
  readonly defer?: true
}

/** The author's files; one without a path is left to the schema, which requires it. */
export function writtenFiles(design: Design): WrittenFile[] {
  return (design.spec.cloud_init?.write_files ?? []).flatMap(({ path, content, owner, perms, encoding }) =>
    path === undefined
      ? []
      : [
          {
            path,
            ...(content === undefined ? {} : { content }),
            ...(owner === undefined ? {} : { owner }),
            ...(perms === undefined ? {} : { permissions: perms }),
            ...(encoding === undefined ? {} : { encoding }),
            ...(waitsForOwner(owner) ? { defer: true as const } : {}),
          },
        ],
  )
}

/** Files are written before users and packages are there; an owner that is missing would end the whole list. */
function waitsForOwner(owner: string | undefined): boolean {
  return owner !== undefined && !/^(root)?(:(root)?)?$/.test(owner)
}

/** cc_write_files.canonicalize_extraction; everything else is taken for plain text there. */
const encodings = new Set('b64 base64 gz gzip gz+b64 gzip+b64 gz+base64 gzip+base64 text/plain'.split(' '))

export function writtenFileFindings(design: Design): Finding[] {
  const findings: Finding[] = []
  for (const [index, { path, perms, encoding }] of (design.spec.cloud_init?.write_files ?? []).entries()) {
    const at = ['cloud_init', 'write_files', index]
    if (path !== undefined && !path.startsWith('/'))
      findings.push({
        code: 'cloud-init.file-path',
        severity: 'warning',
        path: [...at, 'path'],
        message: `${JSON.stringify(path)} is not an absolute path, so where it ends up is cloud-init's choice. Begin it with a slash.`,
      })
    if (perms !== undefined && !/^0?o?[0-7]{3,4}$/.test(perms))
      findings.push({
        code: 'cloud-init.file-permissions',
        severity: 'warning',
        path: [...at, 'perms'],
        message: `${JSON.stringify(perms)} is not octal, so cloud-init takes 0644. Write four digits such as 0644.`,
      })
    if (encoding !== undefined && !encodings.has(encoding.toLowerCase().trim()))
      findings.push({
        code: 'cloud-init.file-encoding',
        severity: 'warning',
        path: [...at, 'encoding'],
        message: `cloud-init does not know the encoding ${JSON.stringify(encoding)} and writes the content as it is. Use b64 or gz+b64.`,
      })
  }
  return findings
}
